"""enums of the venue betfair. Generated from specs/betfair/enums.yaml; edit that and run `make generate`."""

from __future__ import annotations

from typing import Literal

MarketStatus = Literal["INACTIVE", "OPEN", "SUSPENDED", "CLOSED"]
RunnerStatus = Literal["ACTIVE", "WINNER", "LOSER", "PLACED", "REMOVED_VACANT", "REMOVED", "HIDDEN"]
SegmentType = Literal["SEG_START", "SEG", "SEG_END"]
