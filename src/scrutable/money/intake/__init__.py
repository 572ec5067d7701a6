"""Files of money: budgets, registers, ledger extracts."""
