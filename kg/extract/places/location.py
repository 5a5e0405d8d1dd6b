"""Where a place lies, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.gazetteer import City, Country, Gazetteer, Region


@dataclass(frozen=True, slots=True)
class Location:
    """The country of a place and, where the place itself is known, its GeoNames id and coordinates.

    A building has the coordinates of its city and no id.
    """

    country: Country | None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_country: bool = False


def of_country(country: Country) -> Location:
    """The location of a country itself."""
    return Location(country, country.geonames, country.latitude, country.longitude, is_country=True)


def of_region(region: Region) -> Location:
    """The location of a part of a country."""
    return Location(region.country, region.geonames, region.latitude, region.longitude)


def of_city(city: City, gazetteer: Gazetteer) -> Location:
    """The location of a city."""
    country = gazetteer.country_by_code(city.country_code)
    return Location(country, city.geonames, city.latitude, city.longitude)


def of_building(city: str, country: Country, gazetteer: Gazetteer) -> Location:
    """The location of a building in the city of that name."""
    seat = next((c for c in gazetteer.cities(city) if c.country_code == country.code), None)
    return Location(country) if seat is None else Location(country, None, seat.latitude, seat.longitude)
