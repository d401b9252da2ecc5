"""Imports: the events of tables are added to a file, checked and reported."""
