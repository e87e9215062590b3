"""Blocks of labelled text for people, made from documents, findings, projects and answers; no typer, no rich."""
