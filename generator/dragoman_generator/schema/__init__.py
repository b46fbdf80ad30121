"""One definition of the language, three uses: a JSON Schema for editors, validation with places, typed values."""

from dragoman_generator.schema.decode import Read, decode, read_spec
from dragoman_generator.schema.definition import json_schema, schema_of, write_schema
from dragoman_generator.schema.plain import plain
from dragoman_generator.schema.validate import validate

__all__ = ["Read", "decode", "json_schema", "plain", "read_spec", "schema_of", "validate", "write_schema"]
