"""Jobs, progress and e-mail digests."""
