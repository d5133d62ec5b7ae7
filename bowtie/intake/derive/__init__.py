"""From typed sheets to the tables of a Dataset: one small module a rule, each frame in, frame out."""
