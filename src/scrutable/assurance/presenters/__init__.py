"""What pages of assurance say; pure."""
