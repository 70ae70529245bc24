"""What a log says, in plain sentences: the story first, and what it rests on."""

from hiplog.sentences.summing_up import Summary as Summary
from hiplog.sentences.summing_up import summary as summary
