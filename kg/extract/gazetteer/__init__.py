"""Where places are: countries and their adjectives, regions, cities and buildings, from packages and without
a network.
"""

from kg.extract.gazetteer.gazetteer import Gazetteer, load_gazetteer
from kg.extract.gazetteer.records import City, Country, Region

__all__ = ["City", "Country", "Gazetteer", "Region", "load_gazetteer"]
