"""The papers around a meeting: each a template as plain data, filled by a pure function from one record."""
