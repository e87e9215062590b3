"""The forms in which other governments publish: generated lists with header trees, levels and indicator columns."""
