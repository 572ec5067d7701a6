"""Sections of reports on strategies, projects, benefits and outcomes; pure.

Facts go in, blocks come out; every figure carries what it rests on.
"""
