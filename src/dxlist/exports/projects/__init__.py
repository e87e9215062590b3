"""Projects to files: a format is one function, entered in ``formats``; a CSV table one entry in ``tables``."""
