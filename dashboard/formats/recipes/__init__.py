"""Recipes: which columns become which keys of events; shipped, guessed, chosen or written."""
