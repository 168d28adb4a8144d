"""Floor 4: one book at a time, apart: checked, or made ready to be written back."""
