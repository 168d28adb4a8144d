"""Floor 1: cards in, neutral pages out: blocks of plain values that any writer can paint."""
