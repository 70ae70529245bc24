"""Pain, as the person rates it: of sessions, days, months, and spells of more than usual."""
