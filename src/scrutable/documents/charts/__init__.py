"""Charts: frozen facts, their geometry, and SVG from templates."""
