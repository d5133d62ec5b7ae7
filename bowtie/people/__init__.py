"""Who is here and who left, and who is a lurker, a liker or a lover: one row a customer, vectorised."""
