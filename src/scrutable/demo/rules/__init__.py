"""How the story becomes figures and a calendar; pure, and the same on every machine."""
