"""Inroads: what the dashboard knows, and how it draws it."""
