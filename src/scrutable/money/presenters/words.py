"""Words and addresses that all pages of money share; pure."""

MONEY = "/money/"
