"""The command that reads a text, and what it prints."""

import json

from app.cli import read_text

TEXT = "The EU and Japan agreed to exchange contact points by the end of May 2027. They exchanged views.\n"


def test_the_command_prints_what_a_text_undertakes(sqlite_house, tmp_path):
    path = tmp_path / "statement.txt"
    path.write_text(TEXT, encoding="utf-8")
    runner = sqlite_house.app.test_cli_runner()
    done = runner.invoke(read_text, [str(path), "--us", "EU", "--partner", "Japan", "--on", "2026-11-18"])
    assert done.exit_code == 0, done.output
    [found] = json.loads(done.output)
    assert TEXT[found["start"] : found["end"]] == found["text"]
    assert (found["owner"], found["offered"]) == ("joint", True)
    assert found["due"] == {"date": "2027-05-31", "precision": "month", "text": "by the end of May 2027"}
