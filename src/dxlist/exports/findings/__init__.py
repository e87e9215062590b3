"""What ``dxlist validate`` found -> bytes that a program reads; a format is one function, entered in ``formats``."""
