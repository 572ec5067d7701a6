"""What is known of money, at an event and a day."""
