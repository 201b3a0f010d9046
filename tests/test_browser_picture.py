"""The picture of a chart: a PNG on the clipboard or as a file, and an SVG, with title, marks and sources."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import wait_done, wait_drawn

LINE = (11, 110, 110)  # the projection's colour
REFUSED = "() => { navigator.clipboard.write = () => Promise.reject(new Error('no permission')); }"


def overview(open_page, program_url, lang):
    page = open_page(f"{program_url}/?lang={lang}")
    wait_done(page)
    wait_drawn(page, "enrolment")
    return page


def place(page):
    """The buttons beside the first chart."""
    return page.locator(".chart-picture").first


def pressed(page, name) -> tuple[str, bytes]:
    """Name and content of the file that a button beside the first chart downloads."""
    with page.expect_download() as download:
        place(page).get_by_role("button", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def is_of_the_chart(picture: Image.Image, page) -> bool:
    """Whether a picture is twice as wide as the chart with its edges, and contains its line."""
    width = page.locator(".chart-plot[data-key=enrolment]").evaluate("node => node.clientWidth")
    colours = dict(map(reversed, picture.convert("RGB").getcolors(1 << 24)))
    return picture.width == 2 * (width + 48) and picture.height > 500 and colours.get(LINE, 0) > 300


@pytest.mark.parametrize(
    ("lang", "download", "expected", "sources", "scenario", "marks"),
    [
        (
            "id",
            "Unduh gambar grafik: ",
            "Terunduh.",
            "Sumber data: S1 ",
            "Skenario: Komitmen September",
            "Tanda tidak ditulis",
        ),
        (
            "en",
            "Download the chart's picture: ",
            "Downloaded.",
            "Sources of the data: S1 ",
            "Scenario: Komitmen September",
            "No marks are written",
        ),
    ],
)
def test_files_hold_title_units_marks_sources_and_the_chart(
    open_page, program_url, lang, download, expected, sources, scenario, marks
):
    page = overview(open_page, program_url, lang)
    name, png = pressed(page, f"{download}PNG")
    assert name == "enrolment.png" and png.startswith(b"\x89PNG")
    assert is_of_the_chart(Image.open(BytesIO(png)), page)
    expect(place(page).get_by_role("status")).to_have_text(expected)
    name, svg = pressed(page, f"{download}SVG")
    drawing = ElementTree.fromstring(svg)
    assert name == "enrolment.svg" and drawing.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(" ".join(part.itertext()) for part in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert sources in words and scenario in words and marks in words and "± 1" in words.replace("\u00a0", " ")
    axis = page.locator(".chart-plot[data-key=enrolment] .ytitle").text_content()
    assert axis in words and "2.069" in words.replace("2,069", "2.069")


def test_the_picture_is_copied_and_where_that_is_refused_a_file(open_page, program_url, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=program_url)
    page = overview(open_page, program_url, "id")
    place(page).get_by_role("button", name="Salin gambar grafik").click()
    expect(place(page).get_by_role("status")).to_have_text("Tersalin.")
    read = """async () => {
        const [item] = await navigator.clipboard.read();
        return [...new Uint8Array(await (await item.getType("image/png")).arrayBuffer())];
    }"""
    assert is_of_the_chart(Image.open(BytesIO(bytes(page.evaluate(read)))), page)
    page.evaluate(REFUSED)
    name, png = pressed(page, "Salin gambar grafik")
    assert name == "enrolment.png" and is_of_the_chart(Image.open(BytesIO(png)), page)
    expect(place(page).get_by_role("status")).to_have_text("Terunduh.")


def test_on_a_projector_title_and_sources_are_as_much_larger_as_the_chart(open_page, program_url):
    sizes = {}
    for path, key, size in (("", "enrolment", (1440, 900)), ("meeting", "meeting-chart", (1920, 1080))):
        page = open_page(f"{program_url}/{path}?lang=id", *size)
        wait_done(page)
        wait_drawn(page, key)
        _, svg = pressed(page, "Unduh gambar grafik: SVG")
        texts = ElementTree.fromstring(svg).findall(
            "{http://www.w3.org/2000/svg}g/{http://www.w3.org/2000/svg}text"
        )
        letters = page.locator(f".chart-plot[data-key={key}]").evaluate("node => node.layout.font.size")
        sizes[key] = [float(text.get("font-size")) / letters for text in (texts[0], texts[-1])]
    assert sizes["meeting-chart"] == pytest.approx(sizes["enrolment"])


def test_the_picture_of_the_map_says_what_its_colours_mean(open_page, program_url):
    page = open_page(f"{program_url}/units?lang=id")
    wait_done(page)
    wait_drawn(page, "units_tiles")
    beside = page.locator(
        ".chart-plot[data-key=units_tiles] ~ .chart-picture, :has(> .chart-plot[data-key=units_tiles]) .chart-picture"
    )
    with page.expect_download() as download:
        beside.first.get_by_role("button", name="SVG").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    words = [part.text for part in drawing.iter("{http://www.w3.org/2000/svg}text")]
    legend = [*page.locator(".steps").first.locator("span").all_inner_texts()]
    assert len(legend) == 6 and legend[-1] == "tidak diterbitkan"
    assert [shown for shown in words if shown in legend] == legend
