"""Reading a demonstration's own definitions: the data files that lie beside this package."""
