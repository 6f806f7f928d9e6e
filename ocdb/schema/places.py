"""Where: countries, the regions, cities, districts and parks in them, and the areas larger than a country."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ocdb.schema.base import KEY_ONLY, Base, Code, CountryRef, Folded, French, Name, Note, Prose, Slug, by_code_point


class Country(Base):
    """A country of ISO 3166-1, or an area larger than a country (`CountryWithin` has what lies in it)."""

    __tablename__ = "country"
    __table_args__ = (
        CheckConstraint("kind = 'area' OR kind = 'country' AND alpha3 IS NOT NULL", name="kind"),
        {"comment": "Countries of ISO 3166-1"},
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True, comment="ISO 3166-1 alpha-2 code; slug of an area")
    kind: Mapped[Code] = mapped_column(comment="country, or area: larger than a country")
    alpha3: Mapped[str | None] = mapped_column(
        String(3), unique=True, comment="ISO 3166-1 alpha-3 code; empty for an area"
    )
    name_en: Mapped[Name] = mapped_column(comment="name in English (Unicode CLDR)")
    name_fr: Mapped[Name] = mapped_column(comment="name in French (Unicode CLDR)")
    in_africa: Mapped[bool] = mapped_column(comment="whether the country lies in Africa")
    definition_en: Mapped[Prose | None] = mapped_column(comment="of an area: which countries lie in it, and by whom")
    definition_fr: Mapped[Prose | None] = mapped_column(comment="the same in French")


class CountryWithin(Base):
    """A country, or an area, that lies in an area."""

    __tablename__ = "country_within"
    __table_args__ = {
        "comment": "Each country and area with itself and with all areas that contain all of it",
        **KEY_ONLY,
    }

    country_id: Mapped[str] = mapped_column(ForeignKey("country.id"), primary_key=True, comment="the country or area")
    within_id: Mapped[str] = mapped_column(
        ForeignKey("country.id"), primary_key=True, index=True, comment="an area that contains all of it, or itself"
    )


class CountryName(Base):
    """A name under which a country is found."""

    __tablename__ = "country_name"
    __table_args__ = {"comment": "Names and codes under which a country is found, in any language"}

    country_id: Mapped[str] = mapped_column(ForeignKey("country.id"), primary_key=True, comment="the country")
    folded: Mapped[Name] = mapped_column(
        by_code_point(300), primary_key=True, index=True, comment="the name without case and accents, for look-ups"
    )
    name: Mapped[Name] = mapped_column(comment="the name as written")


class Currency(Base):
    """A currency of ISO 4217, in use or former."""

    __tablename__ = "currency"
    __table_args__ = {"comment": "Currencies of ISO 4217"}

    id: Mapped[str] = mapped_column(String(3), primary_key=True, comment="ISO 4217 code")
    label_en: Mapped[Name] = mapped_column(comment="name in English (Unicode CLDR)")
    label_fr: Mapped[Name] = mapped_column(comment="name in French (Unicode CLDR)")
    until: Mapped[int | None] = mapped_column(comment="year in which it ceased to be money; empty: it is in use")


class Place(Base):
    """A region, city, district or park."""

    __tablename__ = "place"
    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        {"comment": "Regions, cities, districts and business parks"},
    )

    id: Mapped[Slug] = mapped_column(primary_key=True, comment="slug: country code and name, as in ma-agadir")
    kind: Mapped[Code] = mapped_column(ForeignKey("place_kind.id"), comment="kind of place")
    name: Mapped[Name] = mapped_column(comment="name in use there, in Latin letters")
    label: Mapped[str] = mapped_column(
        String(620), comment="what lists call it: the name, of a place smaller than a city with that city's"
    )
    country_id: Mapped[CountryRef]
    parent_id: Mapped[Slug | None] = mapped_column(
        ForeignKey("place.id"), index=True, comment="the next larger place that it lies in"
    )
    latitude: Mapped[float | None] = mapped_column(comment="degrees north, WGS 84 (GeoNames)")
    longitude: Mapped[float | None] = mapped_column(comment="degrees east, WGS 84 (GeoNames)")
    geonames_id: Mapped[int | None] = mapped_column(comment="identifier at geonames.org")
    note: Mapped[Note | None]
    note_fr: Mapped[French | None]


class PlaceName(Base):
    """A further name of a place."""

    __tablename__ = "place_name"
    __table_args__ = {"comment": "Names that a place bears or bore, its main name included"}

    place_id: Mapped[Slug] = mapped_column(ForeignKey("place.id"), primary_key=True, comment="the place")
    name: Mapped[Name] = mapped_column(primary_key=True, comment="the name as written")
    kind: Mapped[Code] = mapped_column(ForeignKey("name_kind.id"), comment="kind of name")
    folded: Mapped[Folded]
