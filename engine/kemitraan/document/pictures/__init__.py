"""Pictures of a report, as SVG: pure functions of what they show, read in black and white."""
