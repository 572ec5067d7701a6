"""The document tree and its renderers."""
