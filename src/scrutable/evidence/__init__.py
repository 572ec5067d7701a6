"""Files received and places in them."""
