"""Whether a use lies within its delegation; every reason why not, at once; pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from scrutable.kernel.money import money_exact, to_the_penny
from scrutable.kernel.wording import date_words, list_words
from scrutable.meetings.facts import Delegation, DelegationState, DelegationUse, Fault

LONGEST = 200  # letters of a post's name
MOST_POUNDS = Decimal(10) ** 12


def is_sum(pounds: Decimal) -> bool:
    """Test whether it is nought or more, in whole pence, and no slip of the hand.

    >>> [is_sum(Decimal(text)) for text in ("0", "1200.50", "0.001", "-1", "NaN", "1e999")]
    [True, True, False, False, False, False]
    """
    return pounds.is_finite() and 0 <= pounds <= MOST_POUNDS and pounds == to_the_penny(pounds)


def scope_faults(
    use: DelegationUse, delegation: Delegation, earlier: Iterable[DelegationUse], giver: str
) -> tuple[Fault, ...]:
    """Return every reason why the use lies outside the delegation; none where it is within.

    `giver` is the name of the body that delegated, to whom remedies send people.
    Of the earlier uses those that were refused count against no limit. The days on which a
    delegation begins, expires and is ended are within it, and so is the last penny of a limit.
    """
    return (
        *_of_post(use, delegation, giver),
        *_of_act(use, delegation, giver),
        *_of_day(use, delegation, giver),
        *_of_sum(use, delegation, earlier, giver),
        *_of_consultation(use, delegation),
    )


def unfit_parts(use: DelegationUse, delegation: Delegation, today: date) -> tuple[Fault, ...]:
    """Return what must be said before a use can be judged at all."""
    limited = (delegation.limit_pounds, delegation.each_pounds) != (None, None)
    wanting = (
        (not use.used_by.strip(), "Post", "nobody is named", "Name the post that used it"),
        (
            len(use.used_by.strip()) > LONGEST,
            "Post",
            "it is too long",
            f"Name it in {LONGEST} letters or fewer",
        ),
        (not use.act.strip(), "Act", "it is not said", "Say which act of the delegation it is"),
        (not use.what.strip(), "What", "it is not said", "Say what was done"),
        (use.on > today, "Day", f"{date_words(use.on)} is to come", "Record a use once it is made"),
        (
            use.pounds is None and limited,
            "Sum",
            "it is not said, and the delegation has a limit",
            "Enter the sum, 0 where it costs nothing",
        ),
        (
            use.pounds is not None and not is_sum(use.pounds),
            "Sum",
            "it is not one in pounds and pence",
            "Enter what the use costs, such as 1200.50",
        ),
        (
            bool(use.consulted) and use.consulted_on is None,
            "Consultation",
            "its day is not said",
            "Enter the day of the consultation",
        ),
    )
    return tuple(_fault(*words) for is_wanting, *words in wanting if is_wanting)


def lacking_in_delegation(delegation: Delegation) -> tuple[str, ...]:
    """Return what a delegation must still say, or says wrongly, each as a sentence."""
    limit, each, expires = delegation.limit_pounds, delegation.each_pounds, delegation.expires_on
    kind = delegation.source_reference.partition("/")[0]
    wanting = (
        (not delegation.to.strip(), "Name the post that it is given to."),
        (len(delegation.to.strip()) > LONGEST, f"Name the post in {LONGEST} letters or fewer."),
        (not delegation.acts, "Enter at least one act that it covers."),
        (
            limit is not None and not (limit and is_sum(limit)),
            "The limit for all uses must be more than nought, in pounds and pence.",
        ),
        (
            each is not None and not (each and is_sum(each)),
            "The limit for each use must be more than nought, in pounds and pence.",
        ),
        (
            limit is not None and each is not None and is_sum(limit) and each > limit,
            "The limit for each use must not be over the limit for all uses.",
        ),
        (
            expires is not None and expires < delegation.from_on,
            "It must not expire before it begins.",
        ),
        (
            not delegation.made_in.strip() and not kind,
            "Name the meeting, limb or decision that gave it.",
        ),
        (
            kind not in ("", "limb", "decision"),
            "Name a limb or a decision, such as limb/OSMB-2026-09-24-1/3 or decision/I017909.",
        ),
    )
    return tuple(words for is_wanting, words in wanting if is_wanting)


def spent_under(uses: Iterable[DelegationUse]) -> Decimal:
    """Return what the uses come to, without the attempts that were refused."""
    return sum((use.pounds or Decimal(0) for use in uses if not use.is_refused), Decimal(0))


def left_of(delegation: Delegation, uses: Iterable[DelegationUse]) -> Decimal | None:
    """Return how much of the limit for all uses is left; None where there is no such limit."""
    if delegation.limit_pounds is None:
        return None
    return delegation.limit_pounds - spent_under(uses)


def state_of_delegation(delegation: Delegation, as_at: date) -> DelegationState:
    """Return where the delegation stands on the day."""
    if delegation.ended_on is not None and as_at > delegation.ended_on:
        return DelegationState.ENDED
    if delegation.expires_on is not None and as_at > delegation.expires_on:
        return DelegationState.EXPIRED
    return DelegationState.NOT_BEGUN if as_at < delegation.from_on else DelegationState.IN_FORCE


def plain(name: str) -> str:
    """Return the form in which posts and acts are compared: “the Leader” is “leader”."""
    return " ".join(name.casefold().split()).removeprefix("the ").rstrip(".")


def _of_post(use: DelegationUse, delegation: Delegation, giver: str) -> Iterator[Fault]:
    if plain(use.used_by) != plain(delegation.to):
        yield _fault(
            "Post",
            f"it was given to {delegation.to}, and {use.used_by} used it",
            f"Leave it to {delegation.to}, or ask {giver} to delegate to {use.used_by}",
        )


def _of_act(use: DelegationUse, delegation: Delegation, giver: str) -> Iterator[Fault]:
    if plain(use.act) not in map(plain, delegation.acts):
        covered = list_words([f"“{act}”" for act in delegation.acts])
        yield _fault(
            "Act",
            f"“{use.act}” is not covered; it covers {covered}",
            f"Take it to {giver} for a decision",
        )


def _of_day(use: DelegationUse, delegation: Delegation, giver: str) -> Iterator[Fault]:
    if use.on < delegation.from_on:
        begins = date_words(delegation.from_on)
        yield _fault(
            "Day",
            f"{date_words(use.on)} is before it begins, on {begins}",
            f"Use it on {begins} or later, or take the matter to {giver}",
        )
    if delegation.expires_on is not None and use.on > delegation.expires_on:
        yield _fault(
            "Day",
            f"it expired on {date_words(delegation.expires_on)}, and the use is of "
            f"{date_words(use.on)}",
            f"Ask {giver} to delegate again",
        )
    if delegation.ended_on is not None and use.on > delegation.ended_on:
        yield _fault(
            "Day",
            f"{giver} ended it on {date_words(delegation.ended_on)}, and the use is of "
            f"{date_words(use.on)}",
            f"Take the matter to {giver}",
        )


def _of_sum(
    use: DelegationUse, delegation: Delegation, earlier: Iterable[DelegationUse], giver: str
) -> Iterator[Fault]:
    pounds = use.pounds or Decimal(0)
    if delegation.each_pounds is not None and pounds > delegation.each_pounds:
        yield _fault(
            "Sum",
            f"{money_exact(pounds)} is over the limit of {money_exact(delegation.each_pounds)} "
            "for each use",
            f"Keep within it, or take the matter to {giver}",
        )
    left = left_of(delegation, earlier)
    if left is not None and delegation.limit_pounds is not None and pounds > left:
        yield _fault(
            "Sum",
            f"{money_exact(pounds)} is over what is left, {money_exact(left)} of "
            f"{money_exact(delegation.limit_pounds)}",
            f"Keep within what is left, or ask {giver} for more",
        )


def _of_consultation(use: DelegationUse, delegation: Delegation) -> Iterator[Fault]:
    consulted = set(map(plain, use.consulted))
    if missing := [name for name in delegation.consultees if plain(name) not in consulted]:
        verb = "was" if len(missing) == 1 else "were"
        yield _fault(
            "Consultation",
            f"{list_words(missing)} {verb} not consulted",
            f"Consult {list_words(missing)} first",
        )
    if use.consulted and use.consulted_on is not None and use.consulted_on > use.on:
        yield _fault(
            "Consultation",
            f"it was on {date_words(use.consulted_on)}, after the use on {date_words(use.on)}",
            "Consult before the delegation is used",
        )


def _fault(place: str, fault: str, remedy: str) -> Fault:
    return Fault(place, f"{fault}.", f"{remedy}.")
