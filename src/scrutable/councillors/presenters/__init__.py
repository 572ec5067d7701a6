"""How skills, sessions, kit, paper and needs are said; pure."""
