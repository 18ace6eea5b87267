"""Pages as text, ANSI, Markdown and JSON: everything that is said without a screen."""
