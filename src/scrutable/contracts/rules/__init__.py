"""The judgements of this app; pure. Each module is one question."""
