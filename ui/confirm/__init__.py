"""The Data page, part by part: reading an upload, confirming what it is, looking before using."""
