"""An agency's own template and logo for slides."""

from dataclasses import dataclass
from importlib import import_module

from simulator.errors import UserError


@dataclass(frozen=True)
class HouseStyle:
    """The bytes of a presentation to put slides into and of a picture; None is the program's own look."""

    template: bytes | None = None
    logo: bytes | None = None


PLAIN = HouseStyle()


def house_style(template: bytes | None, logo: bytes | None) -> HouseStyle:
    """A template and a logo that can be used; raises UserError with all that is wrong with them.

    What looks into them is loaded with the first of them: it would hold up the start.
    """
    if template is None and logo is None:
        return PLAIN
    checks = import_module("simulator.handouts.template_check")
    problems = [] if template is None else checks.template_faults(template)
    problems += [] if logo is None else checks.logo_faults(logo)
    if problems:
        raise UserError(*problems)
    return HouseStyle(template, logo)
