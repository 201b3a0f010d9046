"""What is measured; run as `python -m benchmarks.<name>` from the project's folder."""

import simulator  # noqa: F401  (first, as everywhere: it gives numpy one thread)
