"""Floor 5: what a person types. Commands ask the rooms below and print; they decide nothing."""
