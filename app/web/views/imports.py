"""Lists that come in: sent, their columns named, their rows looked at, filed."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import Missing, RuleBroken
from app.domain.matrix.verdicts import Verdict
from app.web.arguments import number, phrase
from app.web.forms.imports import ColumnsForm, ImportForm, SheetForm
from app.web.import_page import Previewed, columns_shown, meanings, meanings_sent
from app.web.permission import allowed
from app.web.spreadsheet import spreadsheet

views = Blueprint("imports", __name__)


def dialogues() -> list[tuple[str, str]]:
    """The dialogues to choose among."""
    return [(d.ref, f"{d.name}, {d.partner.short_name}") for d in g.work.all(queries.dialogues.all_named())]


@views.route("/imports/begin", methods=["GET", "POST"])
def begin() -> ResponseReturnValue:
    """Send a list; nothing is filed yet."""
    allowed(Action.OPEN_DIALOGUE, OFFICE)
    form = ImportForm({"dialogue": phrase("dialogue", 16)})
    form.dialogue.offer(dialogues())
    if form.submitted():
        sent = request.files.get("file")
        try:
            if sent is None or not sent.filename:
                raise RuleBroken("file", "Choose a file.")
            row = services.imports.receive(
                g.work, sent.filename, sent.stream.read(), form.dialogue.data or ""
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            return redirect(url_for("imports.columns", ref=row.ref), 303)
    return form.page("imports/begin.html")


def own(ref: str, filed: bool | None = None) -> Any:
    """The viewer's own list, read; Missing for anybody else's, and for one that is filed already or not yet."""
    found = services.imports.reading(g.work, ref)
    if filed is not None and (found.file.filed_at is not None) is not filed:
        raise Missing
    return found


@views.route("/imports/<ref>/columns", methods=["GET", "POST"])
def columns(ref: str) -> ResponseReturnValue:
    """Say what each column means."""
    found = own(ref, filed=False)
    said = found.file.settings
    form = ColumnsForm(
        {"dialogue": said["dialogue"], "owed": said["owed"], "dates": "american" if said["american"] else ""}
    )
    form.dialogue.offer(dialogues())
    sheet_form = sheet_of(found)
    if form.submitted():
        services.imports.arrange(
            g.work,
            found.file,
            dialogue=form.dialogue.data or "",
            owed=form.owed.data or "",
            american=bool(form.dates.data),
            columns=meanings_sent(found),
            ticked=[],
        )
        return redirect(url_for("imports.show", ref=ref), 303)
    return form.page(
        "imports/columns.html",
        found=found,
        sheet_form=sheet_form,
        shown=columns_shown(found),
        meanings=meanings(),
    )


def sheet_of(found: Any) -> SheetForm:
    """The form that names another sheet or head."""
    form = SheetForm(
        {"sheet": str(found.file.settings["sheet"]), "head": found.file.settings["head"] + 1}, blank=True
    )
    form.sheet.offer([(str(place), sheet.name or "The list") for place, sheet in enumerate(found.sheets)])
    return form


@views.post("/imports/<ref>/sheet")
def look_again(ref: str) -> ResponseReturnValue:
    """Read another sheet, or under another head; the columns are guessed anew."""
    found = own(ref, filed=False)
    which = request.form.get("sheet", "0")
    head = request.form.get("head", "")
    place = int(which) if which.isascii() and which.isdigit() and len(which) < 4 else 0
    place = min(place, len(found.sheets) - 1)
    at = int(head) - 1 if head.isascii() and head.isdigit() and 0 < len(head) < 6 and int(head) > 0 else None
    same = place == found.file.settings["sheet"]
    guessed = services.imports.guessed(found.sheets, place, at if same else None)
    services.imports.arrange(g.work, found.file, ticked=[], **guessed)
    return redirect(url_for("imports.columns", ref=ref), 303)


@views.get("/imports/<ref>")
def show(ref: str) -> ResponseReturnValue:
    """Row by row what would be filed, what is wrong, what is there already."""
    found = own(ref)
    if found.file.filed_at is not None:
        return redirect(url_for("imports.done", ref=ref))
    return render_template("imports/show.html", found=found, shown=Previewed(found, number("page")))


@views.post("/imports/<ref>/tick/<int:row>")
def tick(ref: str, row: int) -> ResponseReturnValue:
    """File a row although it is like one on record, or leave it out again."""
    found = own(ref, filed=False)
    ticked = set(found.file.settings["ticked"]) ^ {row}
    services.imports.arrange(g.work, found.file, ticked=sorted(ticked))
    return redirect(
        url_for("imports.show", ref=ref, show=Verdict.LIKE.name.lower(), _anchor=f"row-{row}"), 303
    )


@views.post("/imports/<ref>/file/<any(whole, part):rows>")
def file_rows(ref: str, rows: str) -> ResponseReturnValue:
    """File the rows: all of them, or the good ones."""
    try:
        services.imports.file_rows(g.work, ref, request.form.get("seen", ""), in_part=rows == "part")
    except RuleBroken as broken:
        flash(broken.message, "warn")
        return redirect(url_for("imports.show", ref=ref), 303)
    return redirect(url_for("imports.done", ref=ref), 303)


@views.get("/imports/<ref>/done")
def done(ref: str) -> str:
    """What was filed, and the file of the others."""
    return render_template("imports/done.html", found=own(ref, filed=True))


@views.get("/imports/<ref>/others.<any(csv, xlsx):file>")
def others(ref: str, file: str) -> Response:
    """The rows that do not go in, with their own columns and why not, ready to be corrected and sent again."""
    header, rows = services.imports.others(own(ref))
    return spreadsheet("others", header, rows, file)
