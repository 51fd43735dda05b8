"""The public record as a whole, and how it looks from the chair of one side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.commitment import OwedBy
from app.domain.delegation import Side
from app.domain.dialogue import DialogueKind
from app.domain.public_round import PublicCommitment, PublicRound, PublicStanding, Series


@dataclass(frozen=True)
class PublicRecord:
    """All series, what the record is, and what was looked for and not found."""

    about: str
    not_found: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True)
class SeenDelegation:
    """A party's side of a round: its heads' offices and its bodies; `party` is empty for nobody's bodies."""

    side: Side
    party: str
    heads: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class SeenCommitment:
    """What was undertaken, and who owes it as seen from our side."""

    facts: PublicCommitment
    owed_by: OwedBy


@dataclass(frozen=True)
class SeenRound:
    """A round with its sides sorted into ours, theirs and others'."""

    facts: PublicRound
    standing: PublicStanding
    delegations: tuple[SeenDelegation, ...]
    commitments: tuple[SeenCommitment, ...]


@dataclass(frozen=True)
class SeenSeries:
    """A series as one side has it on file: its own dialogue with a partner, or one that it observes.

    `others` are the further parties; `partner` is empty where a series names nobody but our own side.
    """

    facts: Series
    kind: DialogueKind
    partner: str
    others: tuple[str, ...]
    our_name: str
    their_name: str
    rounds: tuple[SeenRound, ...]


def seen_from(own_side: str, series: Iterable[Series], today: date) -> list[SeenSeries]:
    """The record from the chair of `own_side` (a partner's code): every series and round, in the order given.

    Where the own side is a party, the partner is the first of the others. Where it is none, the series is
    observed: the partner is the first party, and what was promised there is owed by others.
    """
    return [_Chair(own_side, one).series(today) for one in series]


class _Chair:
    """Our own side's place at the table of one series."""

    def __init__(self, own_side: str, series: Series) -> None:
        self._own, self._facts = own_side, series
        self._others = [party for party in series.parties if party != own_side]
        self._partner = self._others[0] if self._others else ""
        self._at_the_table = own_side in series.parties

    def series(self, today: date) -> SeenSeries:
        return SeenSeries(
            facts=self._facts,
            kind=DialogueKind.DIALOGUE if self._at_the_table else DialogueKind.OBSERVED,
            partner=self._partner,
            others=tuple(self._others[1:]),
            our_name=self._facts.name_of(self._own),
            their_name=self._facts.name_of(self._partner),
            rounds=tuple(self._round(facts, today) for facts in self._facts.rounds),
        )

    def _round(self, facts: PublicRound, today: date) -> SeenRound:
        return SeenRound(
            facts=facts,
            standing=facts.standing(today),
            delegations=tuple(self._delegations(facts)),
            commitments=tuple(SeenCommitment(said, self._owed_by(said)) for said in facts.commitments),
        )

    def _delegations(self, facts: PublicRound) -> Iterator[SeenDelegation]:
        """Ours first, then the partner's, then others'; last the bodies that could be anybody's."""
        whose = [(body.among(self._facts.parties) or "", body.name) for body in facts.bodies]
        for party in (*([self._own] if self._at_the_table else []), *self._others, ""):
            heads = tuple(chair.office for chair in facts.chairs if chair.party == party)
            bodies = tuple(name for owner, name in whose if owner == party)
            if heads or bodies:
                yield SeenDelegation(self._side(party), party, heads, bodies)

    def _side(self, party: str) -> Side:
        if party == self._own:
            return Side.OURS
        return Side.THEIRS if party and party == self._partner else Side.OTHER

    def _owed_by(self, said: PublicCommitment) -> OwedBy:
        if not self._at_the_table:
            return OwedBy.OTHER
        if not said.by:
            return OwedBy.JOINT
        return {Side.OURS: OwedBy.OURS, Side.THEIRS: OwedBy.THEIRS}.get(self._side(said.by), OwedBy.OTHER)
