"""The typed intermediate representation: names resolved, types parsed, every reference a value."""
