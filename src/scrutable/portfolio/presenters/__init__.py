"""Projects in words."""
