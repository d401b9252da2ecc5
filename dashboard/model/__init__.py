"""What an events file can say: events, actors, dates, sources, claims and event types."""
