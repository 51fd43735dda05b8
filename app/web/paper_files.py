"""The files that a paper comes as."""

FILES = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "md": ("Markdown", "text/markdown; charset=utf-8"),
    "txt": ("Plain text", "text/plain; charset=utf-8"),
}
"""The files that a paper comes as: what each is called, and its type."""
