"""Tools for maintaining the project: the checks, its measurements, the lock files, the recipes as steps."""
