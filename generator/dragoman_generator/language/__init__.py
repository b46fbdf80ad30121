"""The spec language, defined once: these Structs give the loader's types, the JSON Schema and the reference page."""

from dragoman_generator.language.root import LANGUAGE_VERSION, SpecFile

__all__ = ["LANGUAGE_VERSION", "SpecFile"]
