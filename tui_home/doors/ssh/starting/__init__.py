"""What ``serve ssh`` is told, and what has to be there before the first visitor comes."""
