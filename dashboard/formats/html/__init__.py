"""One HTML file of a selection: timeline, network, list, cards and sources, without a server."""
