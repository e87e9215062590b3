"""Questions to initiatives: which rows are asked for, what they add up to.

1. ``filters``      what was asked for, and the names that the lists know; one that none knows has nearest ones
2. ``condition``    the text of ``--where`` -> a condition; never run as code; ``comparing`` makes its tests
3. ``selecting``    initiatives and filters -> the rows asked for, each with its targets asked for
4. ``columns``      a row -> its values by the names of the records
5. ``grouping``, ``amounts``   rows -> counts of rows and projects, and what their targets add up to
6. ``answers``      rows, projects or groups -> columns and values in the order that was asked for
"""
