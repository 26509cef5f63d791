"""The yardstick for charts: a Streamlit page with a heading and one Plotly bar chart."""

import plotly.graph_objects as go
import streamlit as st

st.title("One chart")
st.plotly_chart(go.Figure(go.Bar(x=list(range(2000, 2026)), y=list(range(26)))))
