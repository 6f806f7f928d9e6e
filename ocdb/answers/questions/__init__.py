"""The questions as programs and the command line ask them: words as people type them, checked and resolved here.

Each is a function from a reader and the user's words to an `Answer`. Its parameters are the options of the command of
that name; what they mean stands in `ocdb.words.options`, for people and language models alike.
"""
