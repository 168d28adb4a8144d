"""Floor 4: tasks in processes that may die: the pool, their limits, their memory."""
