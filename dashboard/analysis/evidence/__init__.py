"""The evidence for what the charts show, as plain words: rows of the list, and the card."""
