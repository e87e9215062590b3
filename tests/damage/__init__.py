"""A generator of damaged initiative lists with known answers, and the measurement of a parser against them."""

from tests.damage.generator import generate
from tests.damage.kinds import KINDS
from tests.damage.model import DamagedList

__all__ = ["KINDS", "DamagedList", "generate"]
