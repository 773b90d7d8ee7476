"""Show a library in a browser. Nothing here yet."""
