"""A story's own events, told by everybody in words of their own, and when and where they were."""
