"""Faults by schedule between an adapter and its venue: the same seed breaks the same things at the same moments."""

from dragoman.faults.http import FaultyHttp
from dragoman.faults.memory import MemoryVenue
from dragoman.faults.schedule import Fault, Schedule, Weather
from dragoman.faults.streams import FaultyConnection, FaultyConnector
from dragoman.faults.virtual import Hang, LoopClock, VirtualLoop, run_virtually

__all__ = [
    "Fault",
    "FaultyConnection",
    "FaultyConnector",
    "FaultyHttp",
    "Hang",
    "LoopClock",
    "MemoryVenue",
    "Schedule",
    "VirtualLoop",
    "Weather",
    "run_virtually",
]
