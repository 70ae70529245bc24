"""What each column means: its header, its cells, and the choice among columns."""
