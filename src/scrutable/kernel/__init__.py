"""Pure foundations: periods, money, references, wording, attention."""
