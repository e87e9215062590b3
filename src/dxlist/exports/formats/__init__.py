"""One file a format, loaded where it is used; ``dxlist.exports.format`` is the registry."""
