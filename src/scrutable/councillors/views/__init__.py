"""Pages about councillors and learning, kit and paper."""
