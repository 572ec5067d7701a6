"""The words of this app; pure. `words` first, then one module for each page."""
