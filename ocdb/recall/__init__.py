"""What checks remember of the files that they read, so that the next one looks at what changed only."""
