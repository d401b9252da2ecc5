"""From a book to what a careful editor would ask its author, rule by rule."""
