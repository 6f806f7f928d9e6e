"""Where a place lies on the map: Lambert's azimuthal equal-area projection around the middle of Africa.

Areas keep their sizes, and shapes are off by less than five per cent anywhere in Africa. The plane is in kilometres: x
to the east, y to the south, as SVG has it.
"""

import math

# Degrees; kilometres, of a sphere of the earth's surface.
LONGITUDE, LATITUDE = 17.0, 1.0
RADIUS = 6371.0


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a point lies, in kilometres east and south of the middle.

    Args:
        longitude: degrees east, WGS 84.
        latitude: degrees north.
    """
    east, north, middle = math.radians(longitude - LONGITUDE), math.radians(latitude), math.radians(LATITUDE)
    towards = math.sin(middle) * math.sin(north) + math.cos(middle) * math.cos(north) * math.cos(east)
    stretch = RADIUS * math.sqrt(2 / (1 + towards))
    x = stretch * math.cos(north) * math.sin(east)
    y = stretch * (math.cos(middle) * math.sin(north) - math.sin(middle) * math.cos(north) * math.cos(east))
    return x, -y
