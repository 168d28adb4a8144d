"""Every number and choice of the method, each with unit, source and range: what a company may adjust."""

from kasales_xl.core.policy.policy import (
    DEFAULT_POLICY,
    SLOT_FIELDS,
    CapabilityMode,
    Counting,
    Policy,
    SustainableBy,
    TierBasis,
    edition_title,
)

__all__ = [
    "DEFAULT_POLICY",
    "SLOT_FIELDS",
    "CapabilityMode",
    "Counting",
    "Policy",
    "SustainableBy",
    "TierBasis",
    "edition_title",
]
