"""The timeline and the overview strip, as plain numbers and words in pixels."""
