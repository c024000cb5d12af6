"""About the site itself: help, and what machines ask for."""
