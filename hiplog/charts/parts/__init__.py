"""What all charts are made of: their look, the words in and around the axes, and what fits both to a size."""
