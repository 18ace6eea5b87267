"""The few widgets there are; each draws its own lines."""
