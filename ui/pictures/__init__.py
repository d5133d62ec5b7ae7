"""What each page of the section Picture shows, part by part."""
