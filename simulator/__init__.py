"""Planning simulator for ASN Peduli Pekerja Rentan, Kabupaten Kendal."""

import os

__version__ = "1.0.0"

# Before numpy is loaded: its products are small, and threads that wait for each other beside other work take
# twice the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Before pydantic is loaded: to look for plugins it reads what each installed package says of itself.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
