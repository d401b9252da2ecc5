"""The page: Dash components and thin callbacks."""
