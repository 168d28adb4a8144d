"""The relationship map of one account: who is there, who leads to whom, which seats are empty."""
