"""Edits of an events file as splices of its text, proved before they are written."""
