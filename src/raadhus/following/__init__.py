"""Following: what is new for those who asked to be told, and has the mail gone out? By mail and by feed."""
