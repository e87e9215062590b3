"""Many lists: what to do with each, one after the other or side by side in other processes."""
