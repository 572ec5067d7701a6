"""Doors to contracts: KPIs, returns, mitigations, credits, service matters."""
