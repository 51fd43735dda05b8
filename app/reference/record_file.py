"""How the file of the public record becomes series and rounds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.domain.dialogue import Track
from app.domain.meeting import MeetingFormat
from app.domain.public_record import PublicRecord
from app.domain.public_round import Chair, NextRound, PublicCommitment, PublicRound, Series, SeriesName
from app.domain.reference import Body
from app.domain.stated_date import Precision
from app.reference.files import read, sources


def read_record(bodies: Mapping[str, Body]) -> PublicRecord:
    """The public record; `bodies` tells by name whose body is whose."""
    contents = read("public_record.json")
    return PublicRecord(
        about=contents["about"],
        not_found=tuple(contents["not_found"]),
        series=tuple(_series(row, bodies) for row in contents["series"]),
    )


def _series(row: dict[str, Any], bodies: Mapping[str, Body]) -> Series:
    return Series(
        code=row["code"],
        names=tuple(SeriesName(name["text"], name["language"], name["of"] or "") for name in row["names"]),
        parties=tuple(row["parties"]),
        track=Track(row["track"]),
        framework=row["framework"] or "",
        stated_cadence=row["stated_cadence"] or "",
        note=row["note"] or "",
        rounds=tuple(_round(held, bodies) for held in row["rounds"]),
    )


def _round(row: dict[str, Any], bodies: Mapping[str, Body]) -> PublicRound:
    return PublicRound(
        number=row["number"],
        starts=_day(row["starts"]),
        ends=_day(row["ends"]),
        precision=_precision(row),
        stated=row["stated"] or "",
        city=row["city"] or "",
        format=MeetingFormat(row["format"]),
        level=row["level"] or "",
        announced_only=row["standing"] == "announced",
        chairs=tuple(Chair(one["party"], one["office"], one["state"] or "") for one in row["chairs"]),
        bodies=tuple(bodies[name] for name in row["bodies"]),
        topics=tuple(row["topics"]),
        commitments=tuple(
            PublicCommitment(said["text"], said["by"] or "", said["about_next_round"])
            for said in row["commitments"]
        ),
        next_round=_next_round(row["next_round"]),
        sources=sources(row["sources"]),
        confidence=row["confidence"],
        note=row["note"] or "",
    )


def _next_round(row: dict[str, Any] | None) -> NextRound | None:
    if row is None:
        return None
    return NextRound(row["stated"], row["number"], row["year"], row["city"] or "", row["country"] or "")


def _precision(row: dict[str, Any]) -> Precision:
    """As written in the file; what is known to the day but takes several is a span."""
    precision = Precision(row["precision"])
    return Precision.SPAN if precision is Precision.DAY and row["starts"] != row["ends"] else precision


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
