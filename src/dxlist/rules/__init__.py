"""Documents and their projects -> findings; a rule is one decorated function in the folder of its family.

``dx1_layout`` how the table is printed, ``dx2_texts`` what its texts say, ``dx3_values`` values, ``dx4_records``
records against each other.
"""
