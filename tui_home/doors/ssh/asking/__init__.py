"""``ssh host VERB …``: what is asked for without a screen, and answered."""
