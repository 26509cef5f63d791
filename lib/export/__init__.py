"""What readers take with them: files made from the data package, facts and exhibits. No Streamlit here."""
