"""From curated records to rows: the only part that knows both YAML and tables."""
