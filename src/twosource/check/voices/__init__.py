"""How a claim reached the reader: the chain of those who told it, from the attributions around its sentence."""
