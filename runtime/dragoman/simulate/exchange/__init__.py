"""The exchange behind every simulated venue: matching, triggers, accounts and positions on whole numbers."""
