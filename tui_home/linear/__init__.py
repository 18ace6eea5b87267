"""The homepage as a conversation in lines: for those who do not see the screen, and for very slow lines."""
