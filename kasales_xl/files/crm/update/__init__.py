"""A newer CRM export into books that reps have worked in since: what they typed stays."""
