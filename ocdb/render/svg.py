"""SVG made fit for readers who hear it: one picture with a title and a description, in their language."""

import hashlib
import re
from xml.etree import ElementTree as ET

from ocdb.text import visible

NAMESPACE = "http://www.w3.org/2000/svg"
# As W3C's "SVG Accessibility API Mappings" has it: a picture, whose parts mean nothing alone.
_SPOKEN = re.compile(r"role|aria-.*")
ET.register_namespace("", NAMESPACE)


def described(svg: str, title: str, description: str, form: str = "") -> str:
    """Return a drawing by Vega as one picture with a title and a description.

    What Vega says of each of its parts is English, whatever the language, and goes.

    Args:
        svg: the drawing.
        title: what is drawn.
        description: the same in words.
        form: tells drawings apart that a page has of one thing.
    """
    root = ET.fromstring(svg)  # noqa: S314  our own
    for element in root.iter():
        for name in [name for name in element.attrib if _SPOKEN.fullmatch(name)]:
            del element.attrib[name]
    key = identifier(title, description, form)
    root.attrib |= {"role": "img", "aria-labelledby": f"{key}-title {key}-text"}
    for place, (kind, name, text) in enumerate((("title", "title", title), ("desc", "text", description))):
        element = ET.Element(f"{{{NAMESPACE}}}{kind}", {"id": f"{key}-{name}"})
        element.text = visible(text)
        root.insert(place, element)
    return ET.tostring(root, encoding="unicode") + "\n"


def identifier(*texts: str) -> str:
    """Return an id that differs between the pictures of a page, and is the same on each run."""
    return "f" + hashlib.sha256("\n".join(texts).encode()).hexdigest()[:10]
