"""The model of an events file: events, actors, dates, sources, claims and event types."""
