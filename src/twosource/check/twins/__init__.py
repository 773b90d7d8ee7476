"""What a reader would be told or asked twice: join it, leave it out, or ask it in more words."""
