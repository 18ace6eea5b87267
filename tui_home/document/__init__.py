"""Markdown and the HTML inside it become Blocks and Spans."""
