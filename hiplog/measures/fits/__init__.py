"""Numbers from arrays of holds, and how sure they are; nothing here knows of frames."""
