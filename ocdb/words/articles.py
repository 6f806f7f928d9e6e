"""What people call an article: by its title, or where it has none by who published it, and when."""

from ocdb.words.dates import in_words
from ocdb.words.language import _


def article_name(title: str | None, publisher: str | None, published: str | None) -> str:
    """Return the title of an article, else its publisher and date: ``Iwacu, July 2022``.

    Args:
        title: as printed; None where it isn't known.
        publisher: the outlet.
        published: the date (EDTF).
    """
    if title:
        return title
    if not published:
        return publisher or ""
    return _("{publisher}, {date}").format(publisher=publisher, date=in_words(published))
