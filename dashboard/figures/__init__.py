"""From plain numbers to Plotly figures: one theme, one chart configuration."""
