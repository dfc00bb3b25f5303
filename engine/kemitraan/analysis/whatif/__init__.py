"""What a change makes different, and the rule at which it turns."""
