"""DX1xx: how the table is printed."""
