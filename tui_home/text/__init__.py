"""Strings in, strings and Problems out: healing, dates, LaTeX, addresses, widths, what is safe to print."""
