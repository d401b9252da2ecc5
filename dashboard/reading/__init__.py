"""From text to model and problems, and the watched file that keeps the last good version."""
