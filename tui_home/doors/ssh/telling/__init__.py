"""What the owner hears of a server: its log and its metrics."""
