"""What was made of a list is kept by the list's content, so that a list that has not changed is not read again.

``store`` keeps bytes under names in a folder, ``keys`` names what a value depends on, ``documents`` turns a document
into bytes and back, ``choosing`` says which folder it is.  A cache changes no result: what is not there, or is damaged,
is made anew, and so is what anything else was used for than now.
"""
