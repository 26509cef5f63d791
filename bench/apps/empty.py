"""The yardstick for text: a Streamlit page with a heading and nothing else."""

import streamlit as st

st.title("Empty")
