export default function ({ data, parentElement }) {
  const [button, status, field] = ["button", "span", "textarea"].map((name) => parentElement.querySelector(`.copy-text ${name}`));
  if (field.value !== data.text) status.textContent = ""; // the copied text is no longer the one shown
  button.textContent = data.button;
  field.value = data.text;
  field.setAttribute("aria-label", data.label);
  field.rows = data.text.split("\n").length + 1;
  button.onclick = async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(data.text);
      status.textContent = data.copied;
    } catch { // no permission, or a page that is not on this machine
      field.focus();
      field.select();
      status.textContent = document.execCommand("copy") ? data.copied : data.refused;
    }
  };
}
