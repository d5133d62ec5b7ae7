"""Pieces that two or more pages use, a module a kind."""
