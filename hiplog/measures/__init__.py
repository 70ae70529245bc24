"""From holds to numbers one can trust: frames in, frames out.

Holds stop at their target, so an ordinary mean, trend or side difference of them is biased, most where the person
does best. Every measure here takes a hold that reached its target for what it is: at least that long.
"""
