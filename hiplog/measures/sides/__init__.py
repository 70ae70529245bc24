"""One side beside the other: how much longer it is held, and how sure that is."""
