"""The homepages of one server: read in the background, each by itself, and kept as they are in their folders."""
