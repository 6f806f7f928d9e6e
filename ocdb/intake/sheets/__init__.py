"""From a spreadsheet to fixtures: reading sheets, the mapping, rows to records, and what doesn't fit. No SQL."""
