"""Tables of KPIs, results and what was agreed beside them; every row is kept."""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from scrutable.audit.models import ExactDecimalField, Kept, MonthField
from scrutable.contracts import facts


def _choices(values: type[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, value.value) for value in values]


def _one_per_event(name: str, *fields: str) -> models.UniqueConstraint:
    """Return the constraint that a key has one version an event; its index serves `known`."""
    return models.UniqueConstraint(
        fields=[*fields, "event"], name=f"contracts_{name}_one_per_event"
    )


class OfContract(Kept):
    """A kept row about one contract."""

    contract = models.CharField(max_length=20)

    class Meta:
        abstract = True


class Numbered(OfContract):
    """A kept row with a number of its own within its contract."""

    KEY = ("contract", "number")

    number = models.PositiveIntegerField()

    class Meta:
        abstract = True


class Kpi(OfContract):
    """A KPI's definition as known from one event on, its levels and bands included."""

    KEY = ("contract", "code")

    code = models.CharField(max_length=40)
    service = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=_choices(facts.Kind))
    direction = models.CharField(max_length=10, choices=_choices(facts.Direction))
    unit = models.CharField(max_length=40)
    decimals = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=20, choices=_choices(facts.RuleKind))
    rule_numbers = models.JSONField()
    levels = models.JSONField()
    bands = models.JSONField()
    numerator = models.CharField(max_length=200, blank=True)
    denominator = models.CharField(max_length=200, blank=True)
    formula = models.CharField(max_length=300, blank=True)
    may_exceed_hundred = models.BooleanField()
    critical = models.BooleanField()
    why_it_matters = models.TextField(blank=True)
    clause = models.CharField(max_length=200, blank=True)
    first_month = MonthField(null=True)
    discontinued_from = MonthField(null=True)
    discontinued_why = models.TextField(blank=True)
    authored_by = models.CharField(max_length=200, blank=True)
    checked_by = models.CharField(max_length=200, blank=True)
    review_by = models.DateField(null=True)

    class Meta:
        constraints = [_one_per_event("kpi", "contract", "code")]

    def __str__(self) -> str:
        return f"{self.contract} {self.code}"


class Result(OfContract):
    """One version of a KPI's result for a month: a value or the reason for none."""

    KEY = ("contract", "code", "month")

    code = models.CharField(max_length=40)
    month = MonthField()
    value = ExactDecimalField(null=True)
    no_value = models.CharField(max_length=20, blank=True, choices=_choices(facts.NoValue))
    standing = models.CharField(max_length=20, choices=_choices(facts.Standing))
    source = models.CharField(max_length=20, choices=_choices(facts.Source))
    numerator = ExactDecimalField(null=True)
    denominator = ExactDecimalField(null=True)
    commentary = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            _one_per_event("result", "contract", "code", "month"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) & ~Q(no_value="")
                | Q(value__isnull=False) & Q(no_value=""),
                name="contracts_result_value_or_reason",
            ),
            models.CheckConstraint(
                condition=~Q(source=facts.Source.CORRECTION.value) | ~Q(why=""),
                name="contracts_result_correction_says_why",
            ),
        ]
        indexes = [
            # reads.performance: a contract's months up to an event
            models.Index(fields=["contract", "month", "event"], name="contracts_result_months")
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.code} {self.month}"


class ReturnReceived(OfContract):
    """A supplier's file for a month, taken in; the same bytes are taken in once."""

    KEY = ("contract", "month", "number")

    month = MonthField()
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=20, choices=_choices(facts.Source))
    file = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=150)
    results = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "month", "number"], name="contracts_return_numbered"
            ),
            models.UniqueConstraint(
                fields=["contract", "month", "file"], name="contracts_return_once_per_file"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.month} {self.number}"


class Mitigation(Numbered):
    """Relief agreed for a KPI; a renewal or a withdrawal is a new row with the same number."""

    code = models.CharField(max_length=40)
    first_month = MonthField()
    last_month = MonthField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    granted_by = models.CharField(max_length=200)
    granted_on = models.DateField()
    long_term_fix = models.TextField(blank=True)
    fix_due = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            _one_per_event("mitigation", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_mitigation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(granted_by="") & ~Q(reason=""),
                name="contracts_mitigation_says_who_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.code}"


class Relief(Numbered):
    """Months without credits, or KPIs without points."""

    kind = models.CharField(max_length=20, choices=_choices(facts.ReliefKind))
    first_month = MonthField()
    last_month = MonthField()
    codes = models.JSONField()
    reason = models.TextField()
    granted_by = models.CharField(max_length=200)
    granted_on = models.DateField()

    class Meta:
        constraints = [
            _one_per_event("relief", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_relief_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.kind}"


class Charge(OfContract):
    """What the supplier charged for a month."""

    KEY = ("contract", "month")

    month = MonthField()
    pounds = ExactDecimalField()
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [_one_per_event("charge", "contract", "month")]

    def __str__(self) -> str:
        return f"{self.contract} {self.month}"


class CreditTerms(OfContract):
    """The parameters of points and credits from a month on; `numbers` holds them as text."""

    KEY = ("contract", "effective_from")

    effective_from = MonthField()
    numbers = models.JSONField()
    clause = models.CharField(max_length=200, blank=True)
    approved_by = models.CharField(max_length=200)

    class Meta:
        constraints = [_one_per_event("creditterms", "contract", "effective_from")]

    def __str__(self) -> str:
        return f"{self.contract} from {self.effective_from}"


class Statement(Numbered):
    """What somebody published about a contract or a KPI; never a result."""

    code = models.CharField(max_length=40, blank=True)
    first_month = MonthField()
    last_month = MonthField()
    measure = models.CharField(max_length=60, blank=True)
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    verdict = models.CharField(max_length=20, blank=True, choices=_choices(facts.Status))
    mitigated = models.BooleanField(null=True)
    note = models.TextField(blank=True)
    confidence = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            _one_per_event("statement", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_statement_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number}"


class Matter(Numbered):
    """A service matter of a contract."""

    title = models.CharField(max_length=300)
    owner = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=_choices(facts.MatterState))
    raised_on = models.DateField()
    due = models.DateField(null=True)
    codes = models.JSONField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [_one_per_event("matter", "contract", "number")]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.title}"


class TrendReason(OfContract):
    """Why a KPI got better or worse in a month."""

    KEY = ("contract", "code", "month")

    code = models.CharField(max_length=40)
    month = MonthField()
    reason = models.TextField()
    given_by = models.CharField(max_length=150)

    class Meta:
        constraints = [_one_per_event("trendreason", "contract", "code", "month")]

    def __str__(self) -> str:
        return f"{self.contract} {self.code} {self.month}"
