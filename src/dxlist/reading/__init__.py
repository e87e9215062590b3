"""Bytes to physical rows; nothing is interpreted here."""
