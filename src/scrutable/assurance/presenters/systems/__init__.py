"""Critical systems, the services that stand on them and their tests, in words; pure."""
