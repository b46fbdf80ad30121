"""From decoded spec files to the typed representation, with every fault as a diagnostic."""
