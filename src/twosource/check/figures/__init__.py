"""Which figures answer one question: those that agree first, then the numbers at odds about one thing."""
