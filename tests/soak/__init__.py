"""Everything that runs for long, as one command."""
