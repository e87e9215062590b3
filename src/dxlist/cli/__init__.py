"""The command line: typer in, rich and exit code out; decides nothing about data."""
