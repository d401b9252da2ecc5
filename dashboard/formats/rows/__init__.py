"""Rows become events: dates, names, types, places and sources, folded where they repeat."""
