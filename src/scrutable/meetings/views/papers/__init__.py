"""Pages of a decision report in the making: its parts, its appendices, its previews."""
