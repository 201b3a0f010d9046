"""Planning simulator for ASN Peduli Pekerja Rentan, Kabupaten Kendal."""

__version__ = "1.0.0"
