"""What many subjects refer to: suppliers, contracts, council policy."""
