"""Minutes and meetings as files and services give them."""
