"""Frozen data that every other room speaks of. No I/O, no third party."""
