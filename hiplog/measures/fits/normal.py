"""Of the normal distribution: what several fits need."""

import numpy as np

HALF_LOG_2PI = 0.5 * np.log(2 * np.pi)
Z = 1.959963984540054  # standard errors to either side of a 95 % interval
