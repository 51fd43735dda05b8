"""What the README says of settings and packages is true."""

import re

from config import Config
from tests.house.reading import HOUSE

README = (HOUSE / "README.md").read_text(encoding="utf-8")


def test_the_table_of_settings_is_the_configuration():
    for setting in Config.describe():
        row = f"| `{setting.name}` | {setting.default} | {setting.meaning} |"
        assert row in README, row


def test_every_dependency_has_a_reason():
    wanted = re.findall(r"^([a-z0-9-]+)", (HOUSE / "requirements.in").read_text(encoding="utf-8"), re.M)
    table = README.split("## Dependencies")[1]
    for package in wanted:
        assert package in table or (package.startswith("justmytype") and "justmytype-*" in table), package


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    for path in HOUSE.glob("requirements*"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text


def test_the_pictures_are_there():
    for picture in re.findall(r"\((docs/pictures/[\w.-]+)\)", README):
        assert (HOUSE / picture).stat().st_size > 10_000
