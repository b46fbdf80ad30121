"""Cards of trading."""
