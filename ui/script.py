"""What runs for every visitor: the frame, and the page inside it."""

from ui import frame

frame.show()
