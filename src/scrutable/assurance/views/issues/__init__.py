"""Issues and the phases that they are put into, shown and changed."""
