"""How facts, exhibits, filters and tables are drawn in Streamlit. The only part of `lib/` that imports it."""
