"""Formulas as files spell them: parsed, and evaluated where they depend on our functions."""
