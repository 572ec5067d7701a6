"""Issues and recommendations, their phases and their age, in words; pure."""
