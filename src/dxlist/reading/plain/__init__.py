"""Text: its encoding, its lines, its delimiter."""
