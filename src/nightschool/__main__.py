"""`python -m nightschool` is the command line."""

from nightschool.cli import main

if __name__ == "__main__":
    main()
