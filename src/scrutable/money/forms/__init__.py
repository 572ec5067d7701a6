"""Forms by which money is recorded."""
