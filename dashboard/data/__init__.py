"""Data files of the package: countries and event types."""
