"""What holds whatever the unknown turns out to be, and what to ask first."""
