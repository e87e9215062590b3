"""The command line: typer in, rich and exit code out; decides nothing about data."""

from __future__ import annotations


def main() -> None:
    """Run ``dxlist`` on the arguments of the process and end it with the exit code of docs/exit-codes.md."""
    from dxlist.cli.signals import ended_by_signals  # noqa: PLC0415 - nothing is loaded before it is used: `dxlist --version` is a matter of milliseconds

    with ended_by_signals():
        _run()


def _run() -> None:
    import os  # noqa: PLC0415
    import sys  # noqa: PLC0415

    from dxlist.cli.terminal import prepare_streams  # noqa: PLC0415

    # Foreign plugins have no part in what a list is read as, and looking for them takes a tenth of a short run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare_streams()
    if "_DXLIST_COMPLETE" in os.environ:
        from dxlist.cli.completing import complete  # noqa: PLC0415 - a shell asks what could stand there

        complete()
        return
    from dxlist.cli.app import build_app, choose_language  # noqa: PLC0415

    build_app(choose_language(sys.argv[1:], os.environ))(prog_name="dxlist")
