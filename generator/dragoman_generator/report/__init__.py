"""What each venue's spec amounts to: sizes, hooks, and what is covered."""

from dragoman_generator.report.figures import Figures, figures
from dragoman_generator.report.show import as_json, missing, tables

__all__ = ["Figures", "as_json", "figures", "missing", "tables"]
