"""A list with a parent row above its parts, a heading among its rows and the regency's own row.

It is taken in with three answers.
"""

from simulator.store.baseline_files import read_baseline
from tests.browser import choose, does, opened

PASTED = """No;Perangkat Daerah;Jumlah ASN;Peserta
A;PERANGKAT DAERAH;;
I;SEKRETARIAT DAERAH;50;15
1;Bagian Umum;20;5
2;Bagian Hukum;30;10
II;Dinas Pasar;40;44
B;KECAMATAN;;
1;Cempaka;22;6
2;Melati;17;0
;Kabupaten Uji;129;65
"""


def test_what_is_asked_about_rows_is_answered_in_place_and_can_be_changed(open_page, url, baselines):
    page = opened(open_page, url, "data")
    choose(page, "Melanjutkan data", "Kabupaten atau kota lain, yang belum punya data")
    region = page.get_by_role("textbox", name="Nama kabupaten atau kota")
    region.fill("Kabupaten Uji")
    does(page, lambda: region.press("Enter"))
    choose(page, "Bulan data", "Oktober 2025")
    does(page, page.get_by_role("radio", name="Tempel dari Excel").click)
    cells = page.get_by_role("textbox", name="Tempel sel beserta judul kolomnya")
    cells.fill(PASTED)
    does(page, lambda: cells.press("Control+Enter"))
    heading = page.get_by_role("heading", name="Yang perlu Anda jawab")
    heading.wait_for()

    def place():
        """How far the last question is below the heading."""
        last = page.get_by_role("radio", name="Angkanya benar")
        return last.bounding_box()["y"] - heading.bounding_box()["y"]

    accept = page.get_by_role("button", name="Pakai data ini", exact=True)
    before = place()
    for answer in ("Jangan dihitung", "Hitung baris ini, bukan bagian-bagiannya"):
        does(page, page.get_by_text(answer, exact=True).first.click)
    assert place() == before and accept.count() == 0
    does(page, page.get_by_text("Hitung bagian-bagiannya, bukan baris ini", exact=True).click)
    does(page, page.get_by_text("Angkanya benar", exact=True).click)
    does(page, accept.click)
    made = read_baseline(baselines / "uji-2025-10")
    assert [(u.name, u.segment, u.asn, u.enrolled) for u in made.units] == [
        ("Bagian Umum", "opd", 20, 5),
        ("Bagian Hukum", "opd", 30, 10),
        ("Dinas Pasar", "opd", 40, 44),
        ("Cempaka", "kecamatan", 22, 6),
        ("Melati", "kecamatan", 17, 0),
    ]
