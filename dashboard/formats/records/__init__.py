"""Records: events and relations as JSON and CSV, and the way back."""
