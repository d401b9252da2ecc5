"""Edits of an events file: splices of its text that are proved before they are written."""
