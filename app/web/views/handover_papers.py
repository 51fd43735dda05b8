"""The handover of one partner as a paper: as it would leave, what is left out of it and why, and as a file."""

from flask import Blueprint, Response, g, render_template, url_for

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.papers.kinds import TEMPLATES, PaperKind
from app.web.paper_files import FILES
from app.web.paper_wish import asked, ceilings, wish
from app.web.permission import allowed
from app.web.shown_paper import shown

views = Blueprint("handover_papers", __name__)
ADDRESS = "/load/<ref>/papers/<partner>/handover"


@views.get(ADDRESS)
def show(ref: str, partner: str) -> str:
    """The paper as it would leave."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)

    def there(file: str = "", **changes: str) -> str:
        where = {"ref": ref, "partner": partner, **asked(**changes)}
        return (
            url_for("handover_papers.take", suffix=file, **where)
            if file
            else url_for("handover_papers.show", **where)
        )

    made = services.handover_papers.made(g.work, ref, partner, wish())
    return render_template(
        "handover_papers/show.html",
        officer=g.work.one(queries.officers.by_ref(ref)),
        partner=g.work.one(queries.partners.by_ref(partner)),
        template=TEMPLATES[PaperKind.HANDOVER],
        made=made,
        sheet=shown(made.paper, 2),
        boxes=sorted(services.papers.undrawable_in(made.paper)),
        ceilings=ceilings(there),
        order=[],
        seal_url="",
        files=[(FILES[name][0], there(file=name)) for name in FILES],
    )


@views.get(f"{ADDRESS}.<any(pdf, docx, md, txt):suffix>")
def take(ref: str, partner: str, suffix: str) -> Response:
    """The paper as a file; that it was taken along is recorded."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    made = services.handover_papers.taken_along(g.work, ref, partner, wish())
    answer = Response(services.papers.as_file(made.paper, suffix), content_type=FILES[suffix][1])
    answer.headers.set("Content-Disposition", "attachment", filename=f"handover-{partner}.{suffix}")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
