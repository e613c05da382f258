"""One record an issuer: sources matched, candidates chosen, differences explained, conflicts kept and shown."""

from .checks import Check, checks
from .classify import classify
from .merge import reconcile, records
from .precedence import Precedence, default_precedence

__all__ = ["Check", "Precedence", "checks", "classify", "default_precedence", "reconcile", "records"]
