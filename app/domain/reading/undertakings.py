"""The undertakings in an English sentence, told from reports, opinions, values and expectations."""

import re
from collections.abc import Iterator

from app.domain.commitment import OwedBy, Strength
from app.domain.reading.acts import standing_of, strength_of
from app.domain.reading.due_said import said_in
from app.domain.reading.found import Around, Said, Standing, Undertaking
from app.domain.reading.hits import Hit, hits
from app.domain.reading.parties import Parties
from app.domain.reading.sentences import Piece
from app.domain.reading.taken_back import STANCES
from app.domain.reading.topic_words import topics_in

ASIDE = re.compile(
    r",\s+(?:while\s+)?(?:noting|recogni[sz]ing|stressing|underlining|underscoring|welcoming|"
    r"acknowledging|emphasi[sz]ing|recalling|"
    r"reaffirming|highlighting|reiterating|expressing|considering|bearing in mind|given|whereas|while|"
    r"as well as (?:stressed|noted)|"
    r"and\s+(?:(?:also|further|both sides|the two sides|they)\s+)*(?:welcomed|noted|exchanged|discussed|"
    r"expressed|stressed|underlined|looked forward|"
    r"recogni[sz]ed|acknowledged|emphasi[sz]ed|highlighted|shared|reviewed|took stock|called|condemned|"
    r"recalled|appreciated|thanked))\b",
    re.IGNORECASE,
)
"""Where a clause ends and what was thought of it begins."""

STOP = re.compile(rf"{ASIDE.pattern}|(?<=\w)[,.]?[”»\"](?=\s)|:\s+(?=\(?(?:a|1|i)\))|:\s*$", re.IGNORECASE)

HEADS = (
    r"(?:hold|host|convene|organi[sz]e|meet|establish|launch|set up|explore|exchange|conduct|invite|sign|"
    r"finali[sz]e|prepare|schedule|reconvene|provide|draft|submit|publish|nominate|appoint|review|complete|send)"
)
"""Acts that are an undertaking of their own, also as the second one of a clause."""

AND_TO = re.compile(
    rf",?\s+(?:and|as well as|;)\s+(?:also\s+|further\s+|both\s+)?(?:agreed\s+)?to\s+(?:\w+ly\s+|"
    rf"further\s+)?(?={HEADS}\b)"
)
AND_HOLD = re.compile(
    r",?\s+and\s+(?:also\s+|then\s+)?(?=(?:hold|host|convene|organi[sz]e|meet|reconvene|schedule|sign|"
    r"invite|launch|establish)\s+(?:the|a|an|their|its|again|in|another|annual|regular)\b)"
)


DANGLING = re.compile(r"(?:[\s.,;:。]|(?<=[\s,])(?:and|or|as well as|while|but)(?=[\s,]*$))+$")
"""What joins a clause to the next one, and belongs to neither."""

END_MARKS = " \t\n.,;:。"


def in_sentence(piece: Piece, parties: Parties, around: Around) -> Iterator[Undertaking]:
    """The undertakings of one sentence in their order, and the values and stances that are only greyed."""
    found = list(hits(piece.text, parties, around))
    for number, hit in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(piece.text)
        yield from clauses(piece, hit, limit, around)
    if not found and (stance := STANCES.search(piece.text)):
        yield built(
            piece,
            (stance.start(), len(piece.text)),
            OwedBy.JOINT,
            "",
            Said(),
            Standing.STANCE,
            Strength.POLITICAL,
            "support for a thing, no act of their own",
        )


def clauses(piece: Piece, hit: Hit, limit: int, around: Around) -> Iterator[Undertaking]:
    """The undertaking of a hit, or several that it holds one after the other."""
    text = piece.text
    if hit.form.listing:
        yield judged(piece, (hit.start, hit.act, hit.act), hit, around)
        return
    stop = STOP.search(text, hit.act, limit)
    end = stop.start() if stop else limit
    starts = [(hit.start, hit.act)]
    ends = []
    for joint in sorted(
        (*AND_TO.finditer(text, hit.act, end), *AND_HOLD.finditer(text, hit.act, end)), key=re.Match.start
    ):
        if joint.start() > starts[-1][1] + 8 and not hit.form.bare and not hit.form.whole:
            starts.append((joint.end(), joint.end()))
            ends.append(joint.start())
    for (start, act), last in zip(starts, [*ends, end], strict=True):
        yield judged(piece, (start, act, last), hit, around)


def judged(piece: Piece, place: tuple[int, int, int], hit: Hit, around: Around) -> Undertaking:
    """One clause with what it says of itself."""
    start, act_start, end = place
    act = piece.text[act_start:end].strip(END_MARKS)
    clause = piece.text[start:end]
    said = said_in(clause, act, around.said_on)
    tied = bool(said.when.stated or said.rhythm or said.event) and not hit.form.bare
    always = hit.form.listing or hit.form.whole or hit.form.strength in {Strength.OFFER, Strength.PLEDGE}
    standing, greyed = standing_of(
        act, without_names(act, around), dated=tied or always, verb_missing=hit.form.bare
    )
    strength = Strength.INTENTION if hit.intended else strength_of(act, hit.form.strength)
    why = greyed or f"“{hit.form.name}” and an act of their own"
    return built(piece, (start, end), hit.owed_by, hit.name, said, standing, strength, why)


def built(
    piece: Piece,
    place: tuple[int, int],
    owed_by: OwedBy,
    name: str,
    said: Said,
    standing: Standing,
    strength: Strength,
    why: str,
) -> Undertaking:
    """The finding, with its place in the whole text."""
    start, end = place
    dangling = DANGLING.search(piece.text, start, end)
    end = dangling.start() if dangling else end
    words = piece.text[start:end]
    return Undertaking(
        text=" ".join(words.split()),
        start=piece.start + start,
        end=piece.start + end,
        sentence=" ".join(piece.text.split()),
        standing=standing,
        owed_by=owed_by,
        owed_by_name=name,
        strength=strength,
        said=said,
        topics=topics_in(words),
        why=why,
    )


def without_names(act: str, around: Around) -> str:
    """The act without the names of both sides, which say nothing of what is to be done."""
    for name in (*around.us, *around.partner):
        act = re.sub(rf"\b{re.escape(name)}\b", " ", act)
    return act
