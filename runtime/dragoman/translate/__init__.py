"""What generated translators stand on: routing, scopes, row isolation, symbology."""
