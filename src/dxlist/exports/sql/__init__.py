"""Questions in SQL over the tables of any lists: ``asking`` answers one, ``search`` is how Japanese words are found."""
