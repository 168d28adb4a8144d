"""``python -m kasales_xl``: the same as ``kasales``."""

from kasales_xl.cli import main

if __name__ == "__main__":
    main()
