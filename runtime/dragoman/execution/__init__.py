"""Execution: commands, an order ledger, reports, and the account's stream, over the generated tables of any venue."""
