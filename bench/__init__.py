"""Measurements in a real browser, and the server and browser helpers that the browser tests share."""
