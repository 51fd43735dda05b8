"""One row of a list, read: what it would be filed as, what was translated, and what is wrong with it."""

from app.domain.commitment import CommitmentStatus, OwedBy, Strength
from app.domain.follow_up import FollowUpStatus
from app.domain.matrix.around import KnownDialogue
from app.domain.matrix.cells import CellReader
from app.domain.matrix.columns import Column, plain_heading
from app.domain.matrix.row import PromiseRow, RowRead, StepRow
from app.domain.matrix.words import OWED_WORDS, STATUS_WORDS, Said


class RowReader(CellReader):
    """Reads a row as a commitment, a follow-up, or both."""

    def read(self) -> RowRead:
        """The whole row; nothing is looked at in one that has neither a commitment nor a follow-up."""
        if not (self.raw(Column.SENTENCE) or self.raw(Column.STEP)):
            return self.row
        self.row.reference = self.line(Column.REFERENCE, 16)
        self.place()
        if self.raw(Column.SENTENCE):
            self.row.promise = self.promise()
        if self.raw(Column.STEP):
            self.row.step = self.step()
        return self.row

    def place(self) -> None:
        """The dialogue, the round or meeting, and the marking."""
        partner = plain_heading(self.raw(Column.PARTNER))
        partner_id = self.around.partners.get(partner)
        if partner and partner_id is None:
            self.wrong(Column.PARTNER, "No partner has this name or code.")
        else:
            self.row.dialogue, why = self.around.dialogue_named(partner_id, self.line(Column.DIALOGUE, 200))
            if why:
                self.wrong(Column.DIALOGUE if self.raw(Column.DIALOGUE) else Column.PARTNER, why)
        if self.row.dialogue is None:
            return
        self.sit(self.row.dialogue)
        lowest = self.row.sitting.marking if self.row.sitting else self.row.dialogue.marking
        said = self.word_of(
            Column.MARKING, self.around.markings, lowest, "No marking has this name here.", told=False
        )
        if said > self.around.highest:
            self.wrong(Column.MARKING, "This is above what you may file.")
        elif said < lowest:
            self.wrong(Column.MARKING, "This cannot be marked lower than what it belongs to.")
        self.row.marking = max(said, lowest)

    def sit(self, dialogue: KnownDialogue) -> None:
        """The round or meeting in which it was said."""
        named = plain_heading(self.line(Column.ROUND, 300))
        if not named:
            return
        self.row.sitting = self.around.sittings.get((dialogue.number, named))
        if self.row.sitting is None:
            self.wrong(Column.ROUND, "This dialogue has no round or meeting of this number or title.")

    def promise(self) -> PromiseRow:
        """The commitment."""
        owed = self.owed()
        said_on = self.day(Column.SAID_ON) or (self.row.sitting.day if self.row.sitting else None)
        word = self.line(Column.WORD, 2000, several=True)
        status = self.said(Column.STATUS).commitment
        return PromiseRow(
            sentence=self.line(Column.SENTENCE, 5000, several=True),
            owed_by=owed,
            due=self.due(Column.DUE, Column.WORKING, said_on),
            said_on=said_on,
            status=status,
            strength=self.word_of(
                Column.STRENGTH, {s.value: s for s in Strength}, Strength.FIRM, "No strength has this name."
            ),
            carried=self.times(),
            owed_by_name=self.line(Column.WHO, 200),
            first_mover=self.line(Column.FIRST_MOVER, 200) if owed is OwedBy.JOINT else "",
            hangs_on=self.line(Column.HANGS_ON, 200),
            source=self.line(Column.SOURCE, 1000),
            word=word,
            topics=self.topics(),
        )

    def owed(self) -> OwedBy:
        """Who owes it, by a word or by the name of a side."""
        names = dict.fromkeys(self.around.own_names, OwedBy.OURS) | dict(OWED_WORDS)
        if self.row.dialogue is not None:
            mine = self.row.dialogue.partner_id
            names |= {name: OwedBy.THEIRS for name, number in self.around.partners.items() if number == mine}
        if not self.raw(Column.OWED_BY):
            if self.around.default_owed is None:
                self.wrong(Column.OWED_BY, "Say who owes it: ours, theirs, joint or other.")
            return self.around.default_owed or OwedBy.OURS
        reason = "This is neither ours, theirs, joint nor other, nor the name of one of the sides."
        return self.word_of(Column.OWED_BY, names, OwedBy.OURS, reason)

    def said(self, column: Column) -> Said:
        """How it stands."""
        fresh = Said(CommitmentStatus.OPEN, FollowUpStatus.OPEN)
        return self.word_of(column, STATUS_WORDS, fresh, "This is no status that we know.")

    def times(self) -> int:
        """How often it was carried over."""
        value = self.line(Column.CARRIED, 20)
        if value and not (value.isascii() and value.isdigit() and len(value) < 4):
            self.wrong(Column.CARRIED, "Give a whole number.")
            return 0
        return int(value or 0)

    def topics(self) -> tuple[str, ...]:
        """The topics by name or code, with semicolons or line ends between."""
        found: list[str] = []
        for name in self.raw(Column.TOPICS).replace("\n", ";").split(";"):
            code = self.around.topics.get(plain_heading(name))
            if code is not None:
                found.append(code)
            elif name.strip():
                self.wrong(Column.TOPICS, f"No topic is called “{name.strip()[:60]}”.")
        return tuple(dict.fromkeys(found))

    def step(self) -> StepRow:
        """The follow-up; its status is that of the commitment where the list has one for both."""
        both = Column.STEP_STATUS if self.raw(Column.STEP_STATUS) else Column.STATUS
        has_own = bool(self.raw(Column.STEP_DUE) or self.raw(Column.STEP_DAY))
        due = (
            self.due(Column.STEP_DUE, Column.STEP_DAY, None)
            if has_own or self.row.promise is None
            else self.row.promise.due
        )
        status = self.said(both).step
        named, unit = self.line(Column.OWNER, 200), self.line(Column.UNIT, 200)
        owner = None
        if named and self.row.dialogue is not None:
            owner = self.around.officer_named(named, self.row.dialogue.number, self.row.marking)
            self.became(Column.OWNER, f"{owner.name}, an officer here" if owner else f"{named}, as a unit")
        waiting = self.day(Column.WAITING_SINCE)
        return StepRow(
            text=self.line(Column.STEP, 2000, several=True),
            status=status,
            due_stated=due.stated.stated,
            due=due.working,
            owner_id=owner.number if owner else None,
            owner_name=owner.name if owner else "",
            owner_unit="" if owner else (named if named and not unit else unit or named),
            waiting_since=(waiting or self.around.today) if status is FollowUpStatus.WAITING else None,
            serves=self.line(Column.SERVES, 5000),
        )
