"""Words and steps of the pages that look across everything; pure."""
