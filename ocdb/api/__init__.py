"""`ocdb.open()`: the questions of the command line as methods, their answers as plain values and frames."""
