"""Words and tables for pages of meetings."""
