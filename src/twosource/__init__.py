"""Twosource: for every fact of a news story, who vouches for it, who repeats it, who says otherwise."""
