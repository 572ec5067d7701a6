"""What pages and reports say of money; pure."""
