"""From an article or a spreadsheet to a fixture."""
