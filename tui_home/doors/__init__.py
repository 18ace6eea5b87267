"""The ways in: the local terminal, a pipe, and SSH."""
