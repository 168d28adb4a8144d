"""A seller on one picture for a chat: 1080 pixels wide, as chat tools show it sharply."""
