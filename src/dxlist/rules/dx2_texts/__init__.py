"""DX2xx: what the texts say."""
