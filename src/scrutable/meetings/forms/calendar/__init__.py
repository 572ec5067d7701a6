"""Forms of bodies, meetings, agendas, programmes, the forward plan and decisions."""
