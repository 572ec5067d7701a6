"""Minutes: the list, loading a file, the text beside its reading, each limb."""
