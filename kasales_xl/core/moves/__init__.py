"""What to do next: moves of an account and of practices, the cheapest plan, the week's actions, what-if."""
