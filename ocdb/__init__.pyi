from ocdb.api.answer import Answer as Answer
from ocdb.api.database import Database as Database
from ocdb.api.database import open as open  # noqa: A004  as others call it
from ocdb.errors import DatabaseError as DatabaseError
from ocdb.errors import FixtureError as FixtureError
from ocdb.errors import NotFoundError as NotFoundError
from ocdb.errors import OcdbError as OcdbError
from ocdb.errors import SqlError as SqlError
from ocdb.errors import UsageError as UsageError

__version__: str
