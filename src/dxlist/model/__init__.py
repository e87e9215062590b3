"""The types that cross a border between two stages."""
