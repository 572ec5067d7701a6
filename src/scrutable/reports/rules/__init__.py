"""The judgements of this app: what stops a report, and how two of them differ; pure."""
