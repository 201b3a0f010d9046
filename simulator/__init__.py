"""Planning simulator for ASN Peduli Pekerja Rentan, Kabupaten Kendal."""

import os

__version__ = "1.0.0"

# Must be set before numpy is loaded. Our matrix products are small; with several threads that wait for each
# other while other work runs, they take twice the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Must be set before pydantic is loaded. To look for plugins it reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
