"""Words from plain values: dates, numbers, lists, quotes, suggestions, direction of text."""
