"""How many there are of something, in words."""


def counted(n: int, what: str) -> str:
    """Return a number of things, like 1 hold or 1,234 holds."""
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"
