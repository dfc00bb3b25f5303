"""The smallest changes for a conclusion, and the stated facts that force one."""
