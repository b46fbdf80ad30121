"""What each venue's spec amounts to: sizes, hooks, and what is covered."""

from dragoman_generator.report.figures import Figures, figures
from dragoman_generator.report.show import PIPE_WIDTH, as_json, missing, tables

__all__ = ["PIPE_WIDTH", "Figures", "as_json", "figures", "missing", "tables"]
