"""Coverage-guided fuzzing of what takes bytes from a venue; in an environment of its own, with atheris."""
