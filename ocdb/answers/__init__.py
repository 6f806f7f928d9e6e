"""Questions, asked read-only of the views. Nothing here imports SQLAlchemy before a server is asked."""
