"""The wire of a simulated exchange: requests to commands, what happened to payloads, by the tables of a specification."""
