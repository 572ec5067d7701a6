"""Options that the commands of costs share."""

import click

from scrutable.govuk.cli import DAY

YEAR = click.option(
    "--year", type=click.IntRange(2000, 2099), required=True,
    help="The April in which the financial year begins, such as 2025.",
)  # fmt: skip
ANY_YEAR = click.option(
    "--year", type=click.IntRange(2000, 2099),
    help="The April in which the financial year begins; the last allocated, if none is given.",
)  # fmt: skip
AS_AT = click.option("--as-at", type=DAY, help="The day that is asked about; today if none.")
BY = click.option("--by", required=True, help="Who does it, such as h.brandt; goes into the log.")
