"""The product's version: here alone, where the worksheet functions can read it without anything else."""

__version__ = "0.2.0"
