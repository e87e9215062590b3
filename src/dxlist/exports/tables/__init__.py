"""Old names, until the commands use the new ones."""
