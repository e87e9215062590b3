"""DX4xx: records against each other."""
