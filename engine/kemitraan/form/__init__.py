"""The form in Excel: every question of a profile, to fill in on a screen or on paper."""
