"""From tables to what is drawn, as plain numbers: lanes, titles, dyads and positions."""
