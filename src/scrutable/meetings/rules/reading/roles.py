"""The names of posts, teams, bodies and members, from their first word to where they end."""

import re

TOKEN = re.compile(
    r"\s*(?:(?P<word>[A-Za-z0-9&](?:[\w'&/.-]*[\w])?)|(?P<bracket>\([^()]{1,60}\))"
    r"|(?P<mark>[,:]|-(?=\s))|(?P<quote>'[A-Z]\w+'))"
)

LINKS = frozenset(["of", "for", "and", "the", "&"])

# Words in capitals that begin a sentence, a month or another clause, and no part of a name.
NOT_IN_NAMES = (
    "That To If When Where Subject In By On Following After Before With From Until At As And "
    "Or Any All No It This These Resolved Agreed Noted Approved Recommended Action Members' "
    "Report January February March April May June July August September October November "
    "December Quarter Q1 Q2 Q3 Q4 Monday Tuesday Wednesday Thursday Friday Delegate Note "
    "Approve Agree "
)

NEVER = frozenset(NOT_IN_NAMES.split())

POSTS = (
    r"(?:directors?|heads?|chief|officers?|managers?|chair(?:man|men|woman|person|s)?|leaders?|"
    r"members?|holders?|councillors?|cllrs?|mayor|secretary|treasurer|solicitors?|clerk|"
    r"auditors?|convenors?|conveners?|vice-?(?:chair\w*|convener)|accountants?|engineers?|"
    r"consultants?|commissioners?|surveyor|architect|planner|librarian|administrator|partners?|"
    r"suppliers?|contractors?|registrar|comptroller|chamberlain|provost|advis[eo]rs?|analyst|"
    r"specialist|co-?ordinators?|spokes(?:man|woman|person|people)|champions?|trustees?|governors?|"
    r"author|lead|executive|deputy|actuary|returning)"
)

BODIES = (
    r"(?:team|services?|departments?|staff|group|board|committee|sub-committee|panel|cabinet|"
    r"council|forum|trust|management|operations|commission|unit|division|directorate|"
    r"administration|authority|governance|audit|hr|ict|it|finance|company|partnership|party|"
    r"executive|programme|legal)"
)

PLAIN_POST = re.compile(rf"(?:{POSTS}|{BODIES})(?:'s)?", re.IGNORECASE)

LEADING_WORDS = (
    "full joint "
    "relevant appropriate senior lead service project contract portfolio cabinet committee "
    "assistant deputy internal external responsible democratic housing planning finance "
    "scrutiny audit chief corporate strategic executive monitoring ward local both vice "
    "working task programme opposition independent interim named legal political section two "
    "other one three partner company group county borough city town parish report "
)

BEFORE_POSTS = frozenset(LEADING_WORDS.split())

AREA_WORDS = (
    "service services department legal finance housing ict it planning resources audit "
    "digital hr communications procurement law governance environment policy performance "
    "education highways transport leisure property customer corporate revenues benefits "
    "administration the "
)

AREAS = frozenset(AREA_WORDS.split())

TAKES_AREA = re.compile(
    r"(?:heads?|directors?|managers?|holders?|members?|chair\w*)$", re.IGNORECASE
)

ARTICLES = re.compile(
    r"\s*(?:(?:the|an?|that|said|and|both|by|to|its|their|our|each|all|any|every|council's|"
    r"committee's|authority's)\s+)+(?=[\w])",
    re.IGNORECASE,
)

INITIALS = re.compile(r"\((?!ICT|IT\b|HR\b|IMT|SRO|CFO|CEO|DPO)[A-Z]{1,4}(?:[/ ,&]+[A-Z]{1,4})*\)")

PERSONAL = re.compile(r"\((?:Cllr|Councillor|Mrs?|Ms|Dr|who|which|as|or|and|if|see|in|to|for)\b")

ANOTHER = re.compile(
    r"\s*(?:and|or|&|,|as well as|together with|, and)?\s*"
    r"(?:(?:the|its|their|an?|relevant|appropriate|both|one|two|local) )*"
    r"(?:Leaders?\b|Chair\w*|Vice[- ]?\w+|Chief (?!Whip)[A-Z]|Section 151|[sS]151|Mayor\b|Leader|"
    r"Heads? of\b|Cllrs?\b|Councillors?\b|Members?\b|"
    r"(?:[A-Z][\w&'-]*(?:/[A-Z]\w+)? ){0,3}(?:Leaders?|Directors?|Officers?|Members?|"
    r"Holders?|Councillors?|Managers?|Solicitor|Treasurer|Secretary|Convenors?|Conveners?|Auditors?|Accountant|Provost|"
    r"Commissioners?|Clerk|Spokes\w*|Committee|Cabinet|Board|Panel|Champion)\b"
    r"|(?:ward|local|relevant|portfolio|lead|opposition|cabinet|group) "
    r"(?:members?|councillors?|holders?|leaders?|officers?))"
)

LONGEST = 170


def names_at(text: str, position: int = 0) -> list[str]:
    """Return the names that begin at the position: one, or several joined by commas and "and"."""
    said = text[position : position + LONGEST]
    names: list[str] = []
    at = 0
    while at < len(said):
        article = ARTICLES.match(said, at)
        at = article.end() if article else at
        end = _end_of_name(said, at)
        if end <= at:
            break
        names.append(_without_initials(said[at:end]))
        link = JOIN.match(said, end)
        if link is None or not _is_whole(names[-1]) or not ANOTHER.match(said, end):
            break
        at = link.end()
    return [name for name in names if name]


JOIN = re.compile(
    r"(?: \([A-Z]{1,4}\))?(?:,? (?:and|or|&|as well as|together with) (?:also )?|, )", re.IGNORECASE
)


WHOLE = re.compile(
    rf"\b(?!(?:chief|lead|executive|deputy|audit|it|ict|hr|finance|legal|programme)\b)"
    rf"(?:{POSTS}|{BODIES}|Convener|Section 151|[sS]\.?151)\b|\bExecutive$|\bChief Executive\b",
    re.IGNORECASE,
)


def _is_whole(name: str) -> bool:
    """Test whether the words are a name already: a post or a body, not "Scrutiny"."""
    return WHOLE.search(name) is not None


def _without_initials(name: str) -> str:
    return " ".join(INITIALS.sub("", name).split()).strip(' ,;:.-"')


def _end_of_name(said: str, start: int) -> int:
    """Return where the name that begins at `start` ends; `start` where there is none."""
    at = end = start
    last = ""
    while token := TOKEN.match(said, at):
        step = _step(said, token, last, is_first=end == start, so_far=said[start:end])
        if step == ENDS:
            break
        at = token.end()
        if step == BELONGS:
            end = at
        last = (token["word"] or token["mark"] or token["bracket"] or token["quote"] or "").strip()
        if said[at : at + 1] in {".", ";"}:
            break
    return end


TO_THE = frozenset({"Assistant", "Adviser", "Advisor", "Secretary", "Solicitor"})

ENDS, LEADS, BELONGS = range(3)  # what a word does: ends the name, may lead on, is of it


def _step(said: str, token: re.Match[str], last: str, *, is_first: bool, so_far: str) -> int:
    if token["bracket"]:
        is_of_it = not is_first and last[:1].isalpha() and not PERSONAL.match(token["bracket"])
        return BELONGS if is_of_it else ENDS
    if token["quote"]:
        return ENDS if is_first else BELONGS
    if token["mark"]:
        is_list = _is_whole(so_far) and bool(ANOTHER.match(said, token.start()))
        return ENDS if is_list and token["mark"] == "," else _mark(said, token, last)
    if token["word"] in {"and", "&"} and _is_whole(so_far) and ANOTHER.match(said, token.start()):
        return ENDS
    return _word(said, token, last, is_first=is_first)


def _mark(said: str, token: re.Match[str], last: str) -> int:
    """Test whether a comma, colon or dash stands within a name: "Director: Policy, Strategy"."""
    following = TOKEN.match(said, token.end())
    word = following["word"] if following else None
    if not last or not word or not _is_capital(word):
        return ENDS
    if token["mark"] == ":":
        return LEADS if last in {"Director", "Officer", "Head", "Manager"} else ENDS
    return LEADS


def _word(said: str, token: re.Match[str], last: str, *, is_first: bool) -> int:
    word = token["word"]
    if word in LINKS:
        return _link(said, token, last, is_first=is_first)
    if _is_capital(word):
        return BELONGS
    if word in {"151", "s151"}:
        return BELONGS
    if word == "in" and said.startswith((" Cabinet", " Council"), token.end()):
        return LEADS
    if word.lower() == "to" and last in {
        "Assistant",
        "Adviser",
        "Advisor",
        "Secretary",
        "Solicitor",
    }:
        return LEADS if said.startswith(" the ", token.end()) else ENDS
    return _lower(said, token, last, is_first=is_first)


def _lower(said: str, token: re.Match[str], last: str, *, is_first: bool) -> int:
    """Test a word in small letters: a post, what stands before one, or an area after "of"."""
    word = token["word"].lower()
    if last in {"of", "for", "the", "and"} and not is_first and word in AREAS:
        return BELONGS
    following = TOKEN.match(said, token.end())
    after = (following["word"] or "") if following else ""
    is_noun = word not in DOING or last.lower() in AREAS | BEFORE_POSTS
    if PLAIN_POST.fullmatch(word) and (is_noun or not after or after in MODALS):
        return BELONGS
    if word in BEFORE_POSTS and (
        PLAIN_POST.fullmatch(after) or after in BEFORE_POSTS or after in AREAS
    ):
        return LEADS
    if word in AREAS and last and PLAIN_POST.fullmatch(after):
        return LEADS
    return ENDS


DOING = frozenset(["lead", "head", "chair", "services", "audit", "heads", "leads", "chairs"])

AFTER_SUBJECTS = (
    "be to of for would will is are and in should shall on has by who undertook agreed "
)

MODALS = frozenset(AFTER_SUBJECTS.split())


def _link(said: str, token: re.Match[str], last: str, *, is_first: bool) -> int:
    """Test whether "of", "and", "the" lead on to more of the same name."""
    if is_first:
        return ENDS
    word = token["word"]
    following = TOKEN.match(said, token.end())
    after = (following["word"] or "") if following else ""
    if not after or after in NEVER:
        return ENDS
    leads = _is_capital(after) or (after == "the" and word in {"of", "for", "and", "to", "in"})
    if not leads and word in {"of", "for", "the"}:
        leads = after in AREAS and (bool(TAKES_AREA.search(last)) or last in LINKS)
    if not leads and word == "and":
        leads = after in AREAS and after != "the" and last.lower() in AREAS
    return LEADS if leads else ENDS


def _is_capital(word: str) -> bool:
    return (word[0].isupper() or word == "&") and word not in NEVER
