"""The ways in: the local terminal, and a pipe."""
