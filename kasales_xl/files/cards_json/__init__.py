"""``cards.json``, a public format in two versions (docs/cards.md)."""
