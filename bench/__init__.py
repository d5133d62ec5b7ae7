"""Measured figures against peers, one command each: `python -m bench intake`."""
