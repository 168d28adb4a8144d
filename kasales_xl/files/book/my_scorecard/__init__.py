"""The rep's own page in the book, 我的记分卡."""
