"""Chart descriptions, one theme, and the builders that draw them."""
