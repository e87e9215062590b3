"""Questions to initiatives: which rows are asked for, what they add up to.

1. ``filters``      what was asked for
2. ``names``        the names that the lists know; one that none knows has nearest ones
3. ``condition``    the text of ``--where`` -> a condition; never run as code
4. ``selecting``    initiatives and filters -> the rows asked for, each with its targets asked for
5. ``columns``      a row -> its values by the names of the records
6. ``grouping``, ``amounts``   rows -> counts of rows and projects, and what their targets add up to
"""
