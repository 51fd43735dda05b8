"""How the guards read the house: every module's imports, names and sizes, from the syntax tree."""

import ast
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
APP = HOUSE / "app"


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the application by its dotted name."""
    found = {}
    for path in sorted(APP.rglob("*.py")):
        name = ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def floor_of(module: str) -> str:
    """The floor that a module lies on: the second part of its name."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports_of(tree: ast.Module) -> list[str]:
    """The dotted names that a module imports, also inside functions; `from x import y` gives x.y and x."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found
