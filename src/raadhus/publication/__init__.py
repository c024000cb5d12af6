"""Publication: what may everyone see, and from when? The act; `openness` holds the rule."""
