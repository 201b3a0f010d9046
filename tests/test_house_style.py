"""An agency's own template and logo, and the slide of one office, in the deck, on the command line and on the page."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from decks import deck, opened, plain, table, titles, words
from handout_cases import SCENARIOS, projected
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Cm
from streamlit.testing.v1 import AppTest

from simulator.__main__ import main
from simulator.commands import pack
from simulator.errors import UserError
from simulator.handouts.details import Details
from simulator.handouts.house_style import house_style
from simulator.handouts.template_check import MAX_UNPACKED
from simulator.store import draft_store
from simulator.store.draft_store import opened as draft_of
from simulator.store.places import ROOT
from simulator.store.templates import read_templates
from simulator.ui import listing
from simulator.ui.pages import handouts as page
from simulator.words.errors import problem_text


def picture() -> bytes:
    """A small PNG."""
    out = BytesIO()
    Image.new("RGB", (120, 48), "#0a6e6e").save(out, "PNG")
    return out.getvalue()


LOGO = picture()
PLEDGES = str(SCENARIOS / "komitmen-september.json")


def template(width: float = 33.867, height: float = 19.05) -> bytes:
    """A presentation with a yellow background, one slide and all the layouts of an office program."""
    file, out = Presentation(), BytesIO()
    file.slide_width, file.slide_height = Cm(width), Cm(height)
    fill = file.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(255, 246, 224)
    file.slides.add_slide(file.slide_layouts[0]).shapes.title.text = "Lembar lama"
    file.save(out)
    return out.getvalue()


def untitled() -> bytes:
    """A template none of whose layouts has a title."""
    file, out = Presentation(BytesIO(template())), BytesIO()
    for layout in list(file.slide_layouts):
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    file.save(out)
    return out.getvalue()


def unpacking(size: int) -> bytes:
    """A template with a part of many zeros, which compress to almost nothing."""
    out = BytesIO(template())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/image1.bin", bytes(size))
    return out.getvalue()


def pdf() -> bytes:
    """A file that is not a picture."""
    return b"%PDF-1.7"


def test_slides_go_into_the_template_with_the_logo_on_each():
    data = deck([projected("contoh")], style=house_style(template(), LOGO))
    file = Presentation(BytesIO(data))
    assert "FFF6E0" in file.slide_master.background._cSld.xml and "Lembar lama" not in "".join(titles(data))
    assert titles(data) == titles(deck([projected("contoh")]))
    for slide in file.slides:
        (logo,) = (shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE)
        assert (
            logo._element.nvPicPr.cNvPr.get("descr") == "Logo" and logo.left + logo.width <= file.slide_width
        )
        assert not [shape for shape in slide.placeholders if shape != slide.shapes.title]  # none left empty


def test_a_template_of_another_size_is_made_as_large_as_the_slides():
    """25.4 × 14.2875 cm, as other office programs make it, is three quarters of 33.867 × 19.05 cm."""
    small, large = (
        Presentation(BytesIO(deck([projected("contoh")], style=house_style(template(*size), None))))
        for size in ((25.4, 14.2875), (33.867, 19.05))
    )
    assert small.slide_width == pytest.approx(large.slide_width, rel=1e-4)
    assert "type" not in small.element.sldSz.attrib  # it was labelled as a 4:3 screen
    titles_of = [file.slide_layouts[0].placeholders[0] for file in (small, large)]
    assert titles_of[0].width == pytest.approx(titles_of[1].width * 4 / 3, rel=1e-3)
    assert "FFF6E0" in small.slide_master.background._cSld.xml


@pytest.mark.parametrize(
    "template, logo, expected",
    [
        (b"PK nothing", None, "rakor.pptx: berkas di folder data/templates ini bukan presentasi PowerPoint"),
        (
            template(25.4),
            None,
            "ukuran slide templat di folder data/templates ini 25,4 × 19,1 cm",
        ),
        (lambda: unpacking(MAX_UNPACKED), None, "100.000.000 byte"),
        (untitled(), None, "tidak mempunyai tata letak dengan judul"),
        (None, pdf(), "logo: berkas di folder data/templates ini bukan gambar PNG atau JPEG"),
        (None, b"", "bukan gambar PNG atau JPEG"),
    ],
)
def test_a_template_or_logo_that_cannot_be_used_is_refused_in_words(template, logo, expected):
    with pytest.raises(UserError) as refused:
        house_style(template() if callable(template) else template, logo)
    (problem,) = refused.value.problems
    assert expected in problem_text(problem, "id")


def test_both_are_taken_from_their_folder(tmp_path):
    assert read_templates(tmp_path / "none") == (None, None)
    (tmp_path / "rakor.pptx").write_bytes(slides := template())
    (tmp_path / "logo.jpg").write_bytes(b"jpeg")
    (tmp_path / "logo.png").write_bytes(LOGO)
    assert read_templates(tmp_path) == (slides, LOGO)


def test_one_office_has_a_slide_of_its_own():
    """Dinas Contoh Kesehatan Masyarakat has 412 ASN and 71 enrolled: 341 are missing."""
    data = deck([projected("contoh")], office="DC-04")
    (slide,) = (slide for slide in opened(data) if "Satu unit" in words(slide))
    assert plain(slide.shapes.title.text_frame.text) == (
        "Dinas Contoh Kesehatan Masyarakat: Masih perlu ± 341 pekerja agar setiap ASN menanggung satu."
    )
    assert {"412", "71", "± 341"} <= {*words(slide).split("\n")}
    assert table(slide)[1] == ["Per ASN, satu pekerja", "Rp 8.400", "Rp 16.800"]
    assert (
        opened(data).index(slide)
        if False
        else titles(data).index(plain(slide.shapes.title.text_frame.text)) == 5
    )
    with pytest.raises(KeyError):
        deck([projected("contoh")], office="OPD-99")


def test_the_command_takes_template_logo_and_unit(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pack, "read_templates", lambda: (template(), LOGO))
    assert main(["pack", PLEDGES, "--unit", "opd-outside", "--out", str(tmp_path / "a")]) == 0
    data = (tmp_path / "a" / "rakor.pptx").read_bytes()
    assert any("Satu unit" in words(slide) for slide in opened(data))
    assert main(["pack", PLEDGES, "--unit", "XYZ", "--out", str(tmp_path / "b")]) == 2
    assert "--unit: unit 'XYZ' tidak ada pada data dasar kendal-2025-08" in capsys.readouterr().err
    monkeypatch.setattr(pack, "read_templates", lambda: (b"PK", None))
    assert main(["pack", PLEDGES, "--out", str(tmp_path / "c")]) == 2 and not (tmp_path / "c").exists()
    assert "rakor.pptx: berkas di folder data/templates ini bukan presentasi" in capsys.readouterr().err


def test_the_page_offers_the_slide_and_says_what_is_wrong_with_a_template(monkeypatch, tmp_path):
    monkeypatch.setattr(draft_store, "DRAFTS", tmp_path)
    monkeypatch.setattr(listing, "entries", list)
    monkeypatch.setattr(page, "read_templates", lambda: (b"PK", None))
    made = []
    monkeypatch.setattr(page, "partial", lambda make, *of, **known: made.append(known) or b"")
    at = AppTest.from_file(str(ROOT / "app.py"))
    for name, value in {"token": "0" * 16, "notice": (), "draft": draft_of("contoh"), "lang": "id"}.items():
        at.session_state[name] = value
    at.run()
    at.session_state["page_wanted"] = "handouts"
    at.run()
    assert not at.exception
    at.selectbox(key="handed_out_office").set_value("DC-04").run()
    assert made[-1]["office"] == "DC-04" and made[-1]["style"].template is None


def test_the_cover_names_the_meeting_that_was_typed_beside_the_hand_outs():
    details = Details(meeting="Rakor Monev Triwulan IV", place="Aula Setda", day=date(2026, 12, 3))
    cover = opened(deck([projected("komitmen-september")], details=details))[0]
    assert cover.shapes.title.text_frame.text == "Rakor Monev Triwulan IV"
    assert "Kabupaten Kendal · Aula Setda · 3 Desember 2026" in words(cover)
