"""A streaming session: the machine without I/O, and the shell that runs it over a connection."""
