"""What state machines add to emit blocks, a module a kind."""
