"""Hooks: the Python functions of a venue that its expressions may call, read as text and never run here."""

from dragoman_generator.hooks.beside import Beside, beside
from dragoman_generator.hooks.functions import Functions, functions_of
from dragoman_generator.hooks.types import HookTypeError, annotation, hook_type

__all__ = ["Beside", "Functions", "HookTypeError", "annotation", "beside", "functions_of", "hook_type"]
