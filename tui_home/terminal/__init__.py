"""What one visitor's terminal can do, and what it is asked to do: copy, open, remember. No Textual."""
