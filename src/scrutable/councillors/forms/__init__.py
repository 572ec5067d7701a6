"""Forms by which councillors say their own, and officers record."""
