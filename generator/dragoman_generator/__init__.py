"""The Dragoman generator: specs in, typed adapters out."""
