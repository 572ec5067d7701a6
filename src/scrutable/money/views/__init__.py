"""Pages of money, a module for each part."""
