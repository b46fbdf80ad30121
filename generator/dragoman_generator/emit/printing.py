"""The one place where templates are printed."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2


def printed(template: str, **context: Any) -> str:
    """A template of the generator with its names filled in; a name that is missing is an error."""
    return _environment().get_template(template).render(**context)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("dragoman_generator", "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        keep_trailing_newline=True,
    )
