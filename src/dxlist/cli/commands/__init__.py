"""The commands, one file each: reads its options, calls what does the work, writes the result."""
