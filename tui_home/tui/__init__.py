"""The full screen: a small Textual app that draws Pages which are laid out elsewhere."""
