"""The model in the browser: sections 3 to 6 of docs/model.md in JavaScript, and its data."""
