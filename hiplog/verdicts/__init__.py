"""The verdicts of the measures in words: record, not advice. The one place that makes words of them."""
