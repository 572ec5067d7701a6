"""What a council may be reassured by: assessments, critical systems, claims and their evidence."""
