"""Floor 4: where books are graded and workbooks written: on this machine or on several."""
