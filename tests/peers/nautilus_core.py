"""NautilusTrader's core, as it is: its stubs say of some calls otherwise than its code."""

from importlib import import_module
from typing import Any

core: Any = import_module("nautilus_trader.core.nautilus_pyo3")
