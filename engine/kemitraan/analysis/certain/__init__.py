"""What holds whatever the unknown turns out to be."""
