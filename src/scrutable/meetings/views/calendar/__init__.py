"""Doors to bodies, meetings, agendas, programmes, the forward plan and decision records."""
