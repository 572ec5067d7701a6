"""Accounts, devices, licences, agreements and orders: does the house add up, and who mends it."""
