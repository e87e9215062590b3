"""``python -m dxlist``: the same as the command ``dxlist``."""

from dxlist.cli import main

if __name__ == "__main__":
    main()
