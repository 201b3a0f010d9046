"""An agency's own template and logo for slides."""

from dataclasses import dataclass
from importlib import import_module

from simulator.errors import UserError


@dataclass(frozen=True)
class HouseStyle:
    """The bytes of a presentation to add slides to and of a logo; None means the program's own look."""

    template: bytes | None = None
    logo: bytes | None = None


PLAIN = HouseStyle()


def house_style(template: bytes | None, logo: bytes | None) -> HouseStyle:
    """The house style of a usable template and logo; raises UserError with everything wrong with them.

    The checks are imported with the first of them, as they would slow down the start of the program.
    """
    if template is None and logo is None:
        return PLAIN
    checks = import_module("simulator.handouts.template_check")
    problems = [] if template is None else checks.template_faults(template)
    problems += [] if logo is None else checks.logo_faults(logo)
    if problems:
        raise UserError(*problems)
    return HouseStyle(template, logo)
