"""What needs attention, trace and search, across everything."""
