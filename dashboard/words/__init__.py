"""Words from plain values: dates, numbers, plurals, lists, and the direction of foreign text."""
