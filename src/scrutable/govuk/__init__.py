"""Fields, widgets and layout of the pages."""
