"""Bodies, meetings, agendas, programmes and the forward plan as pages show them."""
