"""Of the normal distribution: what several fits need."""

import numpy as np

HALF_LOG_2PI = 0.5 * np.log(2 * np.pi)
Z = 1.959963984540054  # standard errors to either side of a 95 % interval


def mills(z: np.ndarray, log_share: np.ndarray) -> np.ndarray:
    """Return phi(z) / share, for a share of which the logarithm is known, such as Phi(z).

    It is what a censored hold adds to the slope of a log likelihood. Far out in the tail both parts of it are
    zero, and their logarithms are not.
    """
    return np.exp(-0.5 * z**2 - HALF_LOG_2PI - log_share)
