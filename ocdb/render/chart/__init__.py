"""Pictures of promised and reported figures: bars in a terminal, SVG and PNG."""
