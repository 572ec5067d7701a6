"""Critical systems and public services, shown and changed."""
