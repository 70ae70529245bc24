"""Which holds a measure is about, and what is known of each: its target, its end, its place in the session."""
