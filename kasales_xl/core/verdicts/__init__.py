"""Facts and policy in, verdicts out: key account, relationship tier, level, capability, risks, focus."""
