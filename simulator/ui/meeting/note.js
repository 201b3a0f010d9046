// An entry of the log while it is being written. Each letter is stored in the browser, so that Escape, another page or a lost
// connection do not delete it; it is removed once the log has it.

const FIELDS = ["question", "finding", "decision", "owner", "date"];

export default function ({ data, parentElement, setTriggerValue }) {
  const form = parentElement.querySelector("form");
  const place = `note ${data.draft}`;
  const kept = readKept(place);
  const isTaken = kept && data.log.some((entry) => ["question", "finding", "decision"].every((name) => entry[name] === kept[name].trim()));
  if (isTaken) localStorage.removeItem(place);
  if (form.childElementCount === 0 || isTaken) build(form, data, isTaken ? null : kept);
  const values = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  form.oninput = () => localStorage.setItem(place, JSON.stringify(values()));
  form.onsubmit = (event) => {
    event.preventDefault();
    form.oninput();
    const isThere = document.querySelector("[data-testid=stApp]").dataset.testConnectionState === "CONNECTED";
    if (isThere) setTriggerValue("taken", values());
    else refusal.textContent = data.lost;
  };
  const refusal = form.querySelector(".refusal");
  refusal.textContent = data.refusal;
}

function readKept(place) {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null");
    return kept && FIELDS.every((name) => typeof kept[name] === "string") ? kept : null;
  } catch {
    return null; // nothing was written here
  }
}

function build(form, data, kept) {
  form.replaceChildren();
  for (const name of FIELDS) {
    const isLong = !["owner", "date"].includes(name);
    const field = document.createElement(isLong ? "textarea" : "input");
    Object.assign(field, { name, maxLength: isLong ? 2000 : 120, value: kept?.[name] ?? data.proposed[name] ?? "" });
    if (isLong) field.rows = 2;
    if (name === "date") field.type = "date";
    const label = document.createElement("label");
    label.className = isLong ? "long" : "short";
    label.append(data.labels[name], field);
    form.append(label);
  }
  const refusal = Object.assign(document.createElement("p"), { className: "refusal", role: "alert" });
  const button = Object.assign(document.createElement("button"), { textContent: data.take, type: "submit" });
  form.append(refusal, button);
  setTimeout(() => form.elements.question.focus(), 100); // after the dialog has put the cursor on its own button
}
