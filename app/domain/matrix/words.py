"""Words for who owes something and for how it stands, in English, German and French."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.follow_up import FollowUpStatus
from app.domain.matrix.columns import plain_heading


@dataclass(frozen=True)
class Said:
    """How a commitment stands by somebody's word, and the follow-up towards it."""

    commitment: CommitmentStatus
    step: FollowUpStatus

    def __str__(self) -> str:
        return f"{self.commitment}; a follow-up: {self.step}"


C, F = CommitmentStatus, FollowUpStatus
STATUSES: dict[Said, tuple[str, ...]] = {
    Said(C.AD_REFERENDUM, F.OPEN): ("agreed ad referendum", "ad referendum"),
    Said(C.JOINED, F.OPEN): ("joined to another",),
    Said(C.OPEN, F.OPEN): (
        "open", "not started", "new", "to do", "todo", "pending", "planned", "overdue", "red",
        "offen", "nicht begonnen",
        "geplant", "überfällig", "rot", "ouvert", "à faire", "non commencé", "prévu", "en retard", "rouge", "due",
    ),
    Said(C.UNDER_WAY, F.UNDER_WAY): (
        "under way", "underway", "on track", "ongoing", "in progress", "started", "at risk",
        "delayed", "amber", "yellow",
        "green", "in arbeit", "laufend", "läuft", "im plan", "gefährdet", "verzögert", "gelb", "grün", "en cours",
        "en bonne voie", "à risque", "retardé", "orange", "jaune", "vert", "wip",
    ),
    Said(C.OPEN, F.WAITING): (
        "waiting on partner", "waiting", "with partner", "awaiting reply", "wartet auf partner",
        "beim partner", "wartet",
        "en attente", "en attente du partenaire",
    ),
    Said(C.KEPT, F.DONE): (
        "kept", "done", "closed", "completed", "complete", "implemented", "delivered", "fulfilled", "erledigt",
        "abgeschlossen", "umgesetzt", "erfüllt", "fait", "terminé", "achevé", "clos", "réalisé", "tenu",
    ),
    Said(C.PARTLY_KEPT, F.DONE): (
        "partly kept", "partially kept", "partly done", "partially done", "partially implemented",
        "teilweise erfüllt",
        "teilweise erledigt", "teilweise", "partiellement fait", "partiel", "partiellement tenu",
    ),
    Said(C.NOT_KEPT, F.DROPPED): (
        "not kept", "not done", "failed", "nicht erfüllt", "nicht umgesetzt", "non tenu",
        "non fait",
    ),
    Said(C.OVERTAKEN, F.DROPPED): (
        "overtaken", "overtaken by events", "obe", "superseded", "überholt", "hinfällig", "caduc",
        "dépassé", "sans objet",
    ),
    Said(C.DROPPED, F.DROPPED): (
        "dropped", "cancelled", "canceled", "abandoned", "withdrawn", "entfallen", "gestrichen",
        "aufgegeben", "abandonné",
        "annulé",
    ),
}  # fmt: skip
"""Words for how something stands. Late, at risk and colours are no statuses here: they are live,
and the date tells."""

OWED: dict[OwedBy, tuple[str, ...]] = {
    OwedBy.OURS: (
        "ours", "us", "we", "our side", "own side", "own", "wir", "uns", "unsere", "eigene", "nous",
        "notre côté",
    ),
    OwedBy.THEIRS: (
        "theirs", "them", "they", "partner", "their side", "partnerseite", "eux", "partenaire",
        "die anderen",
    ),
    OwedBy.JOINT: (
        "joint", "both", "both sides", "jointly", "gemeinsam", "beide", "beide seiten", "conjoint", "les deux",
        "les deux parties", "commun",
    ),
    OwedBy.OTHER: ("other", "others", "others'", "third party", "andere", "dritte", "autre", "autres", "tiers"),
}  # fmt: skip

STATUS_WORDS: Mapping[str, Said] = {plain_heading(w): said for said, words in STATUSES.items() for w in words}
OWED_WORDS: Mapping[str, OwedBy] = {plain_heading(w): owed for owed, words in OWED.items() for w in words}
