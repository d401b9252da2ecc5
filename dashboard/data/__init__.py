"""Data files of the package: countries, event types, rules and words of dates."""
