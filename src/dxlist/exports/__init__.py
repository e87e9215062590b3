"""Documents to files: a format is one function, entered in ``formats``."""
