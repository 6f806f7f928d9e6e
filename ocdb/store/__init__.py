"""The databases: engines, migrations, views, safe replacement, reading."""
