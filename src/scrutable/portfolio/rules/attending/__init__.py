"""What of the portfolio needs a person, area by area; pure."""
