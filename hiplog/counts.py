"""How many there are of something, in words."""


def counted(n: int, what: str, many: str = "") -> str:
    """Return a number of things, like 1 hold or 1,234 holds; `many` is the plural where that is no s."""
    return f"{n:,} {what}" if n == 1 else f"{n:,} {many or f'{what}s'}"
