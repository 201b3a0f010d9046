// The picture of a chart as on the screen, with its title above and its sources below: to copy, or as a file.

const PAD = 24, GAP = 16; // px
const TITLE = { size: 19, weight: 600, colour: "text" };
const FOOT = { size: 12, weight: 400, colour: "muted" };
const DOTS = 2; // of a PNG per px of the screen
const LETTERS = 14; // px of the texts of a chart drawn for a desk
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`); // a picture cannot refer to it

function wrapped(words, look, font, width) { // the words broken into lines
  const measure = document.createElement("canvas").getContext("2d");
  measure.font = `${look.weight} ${look.size}px ${font}`;
  const lines = [];
  for (const word of words.split(/[ \n]+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function lettered(lines, look, font, top) { // lines as SVG, the first below `top`
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  lines.forEach((line, i) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    const places = { x: PAD, y: top + look.size * (1 + 1.35 * i), fill: colourOf(look.colour), "font-size": look.size, "font-weight": look.weight, "font-family": font };
    for (const [name, value] of Object.entries(places)) text.setAttribute(name, value);
    text.textContent = line;
    group.append(text);
  });
  return group;
}

function legendOf(legend, font, width, top) { // the meaning of colours, hatched if there is none; and the end of that block
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const measure = document.createElement("canvas").getContext("2d");
  measure.font = `${FOOT.weight} ${FOOT.size}px ${font}`;
  let x = PAD, y = top;
  for (const [colour, words] of legend) {
    const wide = 18 + measure.measureText(words).width;
    if (x > PAD && x + wide > PAD + width) [x, y] = [PAD, y + 20];
    const sign = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const hatching = colour ? "" : " M0 8L8 0 M4 12L12 4";
    for (const [name, value] of Object.entries({ d: `M0 0H12V12H0Z${hatching}`, fill: colour || colourOf("ground"), stroke: colourOf("muted"), transform: `translate(${x} ${y})` })) sign.setAttribute(name, value);
    const text = lettered([words], FOOT, font, y - 2);
    text.setAttribute("transform", `translate(${x + 18 - PAD} 0)`);
    group.append(sign, text);
    x += wide + 16;
  }
  return [group, legend.length ? y + 12 + GAP : top];
}

async function drawnAsSvg(node, { title, foot, legend }) { // width, height, and the SVG as text
  const { clientWidth: wide, clientHeight: high } = node;
  const url = await window.Plotly.toImage(node, { format: "svg", width: wide, height: high });
  const inner = new DOMParser().parseFromString(decodeURIComponent(url.slice(url.indexOf(",") + 1)), "image/svg+xml").documentElement;
  const names = inner.querySelectorAll(".textpoint text"); // names that would overlap others stay hidden
  node.querySelectorAll(".textpoint text").forEach((name, i) => { if (names[i]) names[i].style.visibility = name.style.visibility; });
  const font = getComputedStyle(node).fontFamily;
  const by = Math.max(1, node.layout.font.size / LETTERS); // enlarged like the chart on a projector
  const [head, small] = [TITLE, FOOT].map((look) => ({ ...look, size: look.size * by }));
  const above = wrapped(title, head, font, wide), below = foot.flatMap((line) => wrapped(line, small, font, wide));
  const chartTop = PAD + above.length * head.size * 1.35 + GAP;
  const [colours, footTop] = legendOf(legend, font, wide, chartTop + high + GAP);
  const width = wide + 2 * PAD, height = Math.ceil(footTop + below.length * small.size * 1.35 + PAD);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ width, height, fill: colourOf("ground") })) ground.setAttribute(name, value);
  inner.setAttribute("x", PAD);
  inner.setAttribute("y", chartTop);
  svg.append(ground, lettered(above, head, font, PAD), document.importNode(inner, true), colours, lettered(below, small, font, footTop));
  return { width, height, text: new XMLSerializer().serializeToString(svg) };
}

async function drawnAsPng(node, words) {
  const { width, height, text } = await drawnAsSvg(node, words);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * DOTS, height: height * DOTS });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function save(blob, node, ending) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${node.dataset.key}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function offerPicture(place, node, { title, foot, legend, words }) {
  const [copy, png, svg] = place.querySelectorAll("button"), status = place.querySelector("span");
  const saved = (blob, ending) => {
    save(blob, node, ending);
    status.textContent = words.saved;
  };
  copy.textContent = words.copy;
  [[png, "PNG"], [svg, "SVG"]].forEach(([button, kind]) => {
    button.textContent = kind;
    button.title = words.save;
    button.setAttribute("aria-label", `${words.save} ${kind}`);
  });
  png.onclick = async () => saved(await drawnAsPng(node, { title, foot, legend }), "png");
  svg.onclick = async () => saved(new Blob([(await drawnAsSvg(node, { title, foot, legend })).text], { type: "image/svg+xml" }), "svg");
  copy.onclick = async () => {
    const picture = drawnAsPng(node, { title, foot, legend });
    try { // started at once: browsers allow the clipboard only directly after a press
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      status.textContent = words.copied;
    } catch { // no permission, or a page that is not on this machine
      saved(await picture, "png");
    }
  };
}
