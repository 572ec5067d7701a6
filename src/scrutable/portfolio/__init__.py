"""Projects, their dates and their status: is it being delivered, and when."""
