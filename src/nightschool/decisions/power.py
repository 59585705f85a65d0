"""How many koans a paired comparison needs, and what a given number can detect.

Covered: the normal approximation to McNemar's test, Connor (1987), Biometrics 43: with gain g, discordance d (the
variance of one koan's difference, (b + c)/n where koans are independent), one-sided level alpha and power 1 - beta,

    n = (z_alpha sqrt(d) + z_beta sqrt(d - g^2))^2 / g^2

Not covered: the discreteness of the exact test, which costs a few koans more at small alpha.
"""

from __future__ import annotations

import math
from statistics import NormalDist

POWER = 0.8
"""Chance of detecting a gain that is there, wherever a number of koans is named."""


def koans_needed(gain: float, discordance: float, alpha: float, power: float = POWER) -> int:
    """Koans for which a true `gain` (in pass-rate units) is found at one-sided level `alpha`; 0 if no number is enough.

    A gain above the discordance is impossible; the discordance is then taken to be the gain.
    """
    if gain <= 0 or not 0 < alpha < 1:
        return 0
    normal, d = NormalDist(), max(discordance, gain)
    z_alpha, z_beta = -normal.inv_cdf(alpha), normal.inv_cdf(power)
    return math.ceil((z_alpha * math.sqrt(d) + z_beta * math.sqrt(d - gain**2)) ** 2 / gain**2)


def detectable_gain(n: int, discordance: float, alpha: float, power: float = POWER) -> float | None:
    """The smallest gain that `n` koans find at one-sided level `alpha` with `power`; None if there is none."""
    if n <= 0 or not 0 < alpha < 1 or koans_needed(1.0, discordance, alpha, power) > n:
        return None
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if koans_needed(middle, discordance, alpha, power) <= n else (middle, high)
    return high
