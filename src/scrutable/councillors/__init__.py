"""How councillors are helped with IT: skills, sessions, kit, paper, and what each needs."""
