"""How much hangs on each supplier, in words, tables and pictures; pure."""
