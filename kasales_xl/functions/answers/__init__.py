"""What each worksheet function answers, by what it is about."""
