"""The timeline and the strip below it, as plain numbers and words."""
