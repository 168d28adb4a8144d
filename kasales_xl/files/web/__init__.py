"""``index.html``: everything a run knows, in one file that a browser opens without a network."""
