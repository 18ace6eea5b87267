"""What can go wrong before a site is found. Faults inside one are Problems, never errors."""

from __future__ import annotations


class NoSiteError(Exception):
    """There is no site in the folder; the message is one line for the user."""
