"""Seals on the audit log, the engine's own search index, and the rows that are there from the start."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEALED = (
    "id, ref, sequence, at, officer_id, officer_name, action, dialogue_id, record_kind, record_ref, address, changes, "
    "word, previous, hash"
)
"""Every column of an audit entry but its marking, which can rise."""

SQLITE_UP = (
    f"CREATE TRIGGER audit_entry_no_update BEFORE UPDATE OF {SEALED} ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    "CREATE TRIGGER audit_entry_no_lowering BEFORE UPDATE OF marking ON audit_entry WHEN new.marking < old.marking "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only: a marking can only rise'); END",
    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
    "CREATE VIRTUAL TABLE search_words USING fts5(words, content='search_entry', content_rowid='id', "
    "tokenize='ascii', prefix='5 9 13')",
    "INSERT INTO search_words(search_words) VALUES ('rebuild')",
    "CREATE TRIGGER search_entry_in AFTER INSERT ON search_entry "
    "BEGIN INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_entry_out AFTER DELETE ON search_entry "
    "BEGIN INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER search_entry_anew AFTER UPDATE OF words ON search_entry "
    "BEGIN INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); "
    "INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
)
SQLITE_DOWN = (
    "DROP TRIGGER search_entry_anew",
    "DROP TRIGGER search_entry_out",
    "DROP TRIGGER search_entry_in",
    "DROP TABLE search_words",
    "DROP TRIGGER audit_entry_no_delete",
    "DROP TRIGGER audit_entry_no_lowering",
    "DROP TRIGGER audit_entry_no_update",
)
POSTGRESQL_UP = (
    "CREATE FUNCTION audit_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
    f"CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OF {SEALED} OR DELETE OR TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_kept()",
    "CREATE TRIGGER audit_entry_no_lowering BEFORE UPDATE OF marking ON audit_entry FOR EACH ROW "
    "WHEN (new.marking < old.marking) EXECUTE FUNCTION audit_entry_is_kept()",
    "CREATE INDEX ix_search_entry_words ON search_entry USING gin (to_tsvector('simple', words))",
)
POSTGRESQL_DOWN = (
    "DROP INDEX ix_search_entry_words",
    "DROP TRIGGER audit_entry_no_change ON audit_entry",
    "DROP TRIGGER audit_entry_no_lowering ON audit_entry",
    "DROP FUNCTION audit_entry_is_kept()",
)


def run(on_sqlite: tuple[str, ...], on_postgresql: tuple[str, ...]) -> None:
    """The statements for the engine at hand."""
    for statement in on_sqlite if op.get_bind().dialect.name == "sqlite" else on_postgresql:
        op.execute(sa.text(statement.replace(":", r"\:")))


def upgrade() -> None:
    run(SQLITE_UP, POSTGRESQL_UP)
    bind = op.get_bind()
    if bind.scalar(sa.text("SELECT count(*) FROM office")) == 0:
        op.execute(
            "INSERT INTO office (id, name, own_side, own_name, zone, scheme, version) VALUES "
            "(1, 'Cyber Diplomacy Desk', 'EU', 'European Union', 'Europe/Brussels', 'tlp', 1)"
        )
    if bind.scalar(sa.text("SELECT count(*) FROM audit_head")) == 0:
        op.execute(f"INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '{'0' * 64}')")


def downgrade() -> None:
    run(SQLITE_DOWN, POSTGRESQL_DOWN)
