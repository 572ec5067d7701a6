"""The cost of IT by area in words and tables; pure."""
