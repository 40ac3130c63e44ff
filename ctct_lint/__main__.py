"""`python -m ctct_lint` is `ctct-lint`."""

from ctct_lint.cli import main

if __name__ == "__main__":
    main(prog_name="ctct-lint")
