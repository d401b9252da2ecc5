"""Relations between actors, as plain numbers and words: a specification for each view."""
