"""Orders, invoices and suppliers in words, figures and tables."""
