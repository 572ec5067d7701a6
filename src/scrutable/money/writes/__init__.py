"""Money recorded and loaded."""
