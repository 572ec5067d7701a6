"""What is recorded whole, and registers of it as they were read."""

from scrutable.records.facts.recorded import Record
from scrutable.records.facts.registers import Loaded, Register, RegisterLine

__all__ = ["Loaded", "Record", "Register", "RegisterLine"]
