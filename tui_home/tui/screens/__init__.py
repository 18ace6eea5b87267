"""The screens: the homepage itself, help, and plain text to select from."""
