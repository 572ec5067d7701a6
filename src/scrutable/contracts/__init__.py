"""Contracts, KPIs, returns, mitigation and credits."""
