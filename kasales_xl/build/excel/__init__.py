"""The Excel add-in ``kasales.xlam``."""
