"""YAML as curators write it: reading with line numbers, the record shapes, the checks. No SQL."""
