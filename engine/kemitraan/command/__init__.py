"""What all commands share: options, the case they are about, how they answer."""
