"""What a log says, in plain sentences: the story first, and what it rests on."""

from hiplog.sentences.summary import Summary as Summary
from hiplog.sentences.summary import summary as summary
