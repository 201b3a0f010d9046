"""The same slides give the same bytes: every time in them is the deck's day.

The writers of PPTX and of the sheets inside it put the clock's time there.
"""

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = re.compile(rb'(<dcterms:(?:created|modified) xsi:type="dcterms:W3CDTF">)[^<]*')


def sealed(data: bytes, today: date) -> bytes:
    """The file of an office program with every time in it set to `today`, in the sheets of its charts too."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = sealed(content, today)
            elif name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + f"{today:%Y-%m-%d}T00:00:00Z".encode(), content)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
