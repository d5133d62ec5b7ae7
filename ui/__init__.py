"""The screen's own code: state, caching, words and pieces of pages. Only this, app.py and pages/ know Streamlit."""
