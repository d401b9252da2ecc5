"""From model to tables, and what the reader of the page chose: the selection."""
