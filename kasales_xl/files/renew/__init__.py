"""A book of somebody's in a fresh template: every cell that was typed is carried over and compared."""
