"""`python -m ctct_lint` is `ctct-lint`."""

from ctct_lint.cli import run

if __name__ == "__main__":
    run()
