"""Formats: files of other programs become events, and events become files of other programs."""
