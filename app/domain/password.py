"""What a password must be: long enough, not known to everybody, not the account's own name."""

from app.domain.errors import RuleBroken

SHORTEST = 12
LONGEST = 128
KNOWN = (
    "password", "passwort", "motdepasse", "qwerty", "azerty", "qwertz", "123456", "letmein", "welcome",
    "iloveyou", "changeme", "administrator", "rapporteur", "diplomacy", "cyberdesk",
)  # fmt: skip


def password_for(password: str, context: tuple[str, ...] = ()) -> str:
    """The password unchanged, if it will do; RuleBroken on `password` otherwise.

    No rules of composition: length is what counts (OWASP ASVS 5.0, 6.2). `context` holds words that
    guessers try first: the name, the e-mail address, the office's name.
    """
    if len(password) < SHORTEST:
        raise RuleBroken("password", f"Use at least {SHORTEST} characters; a few unrelated words are best.")
    if len(password) > LONGEST:
        raise RuleBroken("password", f"Use at most {LONGEST} characters.")
    if len(set(password.casefold())) < 5:
        raise RuleBroken("password", "This repeats too few characters.")
    remainder = password.casefold()
    names = [
        part for entry in context for part in entry.casefold().replace("@", " ").replace(".", " ").split()
    ]
    for word in sorted({*KNOWN, *(n for n in names if len(n) > 3)}, key=len, reverse=True):
        remainder = remainder.replace(word, "")
    if len("".join(c for c in remainder if c.isalpha())) < 4 and len(remainder) < 8:
        raise RuleBroken("password", "This is made of words that guessers try first. Choose unrelated ones.")
    return password
