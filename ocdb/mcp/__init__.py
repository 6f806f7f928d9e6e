"""`ocdb mcp`: the questions as tools for language models, which only read. Each answer comes with what it rests on."""
