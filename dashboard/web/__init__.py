"""HTTP around the page: the API, the headers and the health check."""
