"""From bytes to a typed Dataset: guard, read, recognise, build."""
