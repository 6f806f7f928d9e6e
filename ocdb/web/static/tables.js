// What the table browser's own script asks for: its columns have a menu that counts values.
globalThis.DATASETTE_ALLOW_FACET = true;
