"""Maps of Africa: where sites and events are, and where somebody looked for them."""
