"""The benchmarks; run them as `python -m benchmarks.<name>` from the project's folder."""

import simulator  # noqa: F401  (imported first, as everywhere: it limits numpy to one thread)
