"""The pages: every question and every record under a lasting address, on a server or as files."""
