"""The reassurance map, and a claim with its evidence, in words; pure."""
