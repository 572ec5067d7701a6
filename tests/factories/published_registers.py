"""Portfolios as five councils published them: how many stood where, in their own words.

The counts, words and dates are published at the addresses given. No council published the
table itself, so the numbers and titles of the projects are invented, and so are sponsors,
managers and, where it says so, days.
"""

CITY = {  # http://democracy.cityoflondon.gov.uk/mgAi.aspx?ID=25167
    "total": 85,
    "counts": (
        ("In flight", 33),
        ("Scoping", 25),
        ("Unallocated", 22),
        ("Closed", 1),
        ("On hold", 4),
    ),
    "map": (
        ("column", "number", "Ref"),
        ("column", "title", "Project"),
        ("column", "stage", "State"),
        ("word", "stage=delivery", "in flight"),
        ("word", "stage=business_case", "scoping"),
        ("word", "stage=idea", "unallocated"),
        ("word", "stage=finished", "closed"),
    ),
}
BRECKLAND = {  # http://democracy.breckland.gov.uk/mgAi.aspx?ID=21612
    "total": 31,
    "counts": (("Red", 8), ("Orange", 8), ("Green", 11), ("Blue", 4)),
    "map": (
        ("column", "number", "Ref"),
        ("column", "title", "Project"),
        ("column", "overall", "State"),
        ("word", "rating=amber", "Orange"),
        ("word", "stage=finished", "Blue"),
    ),
}
WEST_NORFOLK = {  # https://democracy.west-norfolk.gov.uk/mgAi.aspx?ID=35253
    "total": 17,
    "counts": (("Red", 5), ("Amber", 9), ("Green", 3)),
    "map": (
        ("column", "number", "Ref"),
        ("column", "title", "Project"),
        ("column", "overall", "State"),
    ),
}
# It had rated on five steps before it moved to three; how many stood where then is invented.
WEST_NORFOLK_BEFORE = {
    "total": 17,
    "counts": (
        ("Red", 3),
        ("Amber/Red", 4),
        ("Amber", 5),
        ("Green/Amber", 3),
        ("Green", 2),
    ),
    "map": (
        *WEST_NORFOLK["map"],
        ("word", "rating=amber_green", "Green/Amber"),
        ("every", "scale", "five"),
    ),
}
NORTH_HERTS = {  # https://democracy.north-herts.gov.uk/ieIssueDetails.aspx?IId=11754&Opt=3
    "total": 13,
    "counts": (("Green", 6), ("Amber", 5), ("Complete", 1), ("Pending", 1)),
    "map": (
        ("column", "number", "Ref"),
        ("column", "title", "Project"),
        ("column", "overall", "State"),
        ("column", "first_date", "Original due date"),
        ("column", "new_plan", "Revised due date"),
        ("column", "date_reason", "Reason for change"),
        ("word", "stage=finished", "Complete"),
        ("word", "stage=business_case", "Pending"),
        ("every", "first_approver", "Council"),
        ("every", "approver", "Cabinet"),
    ),
}
EVERY = (
    ("every", "theme", "modernise"),
    ("every", "stage", "delivery"),
    ("every", "sponsor", "Not published"),
    ("every", "manager", "Not published"),
    ("every", "assessor", "The council"),
    ("every", "reasons", "As the council published it"),
    ("every", "override_reason", "The council’s own rating; it published no parts"),
)


def map_rows(register):
    """Return the lines of the register's cell map."""
    rows = [("line", "ours", "theirs"), *register["map"]]
    given = {(kind, ours) for kind, ours, _ in rows if kind == "every"}
    return [*rows, *(line for line in EVERY if line[:2] not in given)]


def rows(register, more=()):
    """Return the register's table: a heading row, a row a project, and a line with the total."""
    heads = ["Ref", "Project", "State", *(heading for heading, _ in more)]
    words = [word for word, count in register["counts"] for _ in range(count)]
    body = [
        [f"P{at:03}", f"Project {at}", word, *(cell(at) for _, cell in more)]
        for at, word in enumerate(words, 1)
    ]
    return [heads, *body]
