// One key leads to what carries it in data-shortcut: a field gets the cursor, anything else is clicked.
import { areOn, keyOf, setOn } from "./keys.js";

const list = document.getElementById("shortcut-list");
const opener = document.querySelector("[data-shortcut='?']");
const toggle = list.querySelector("[data-keys-switch]");

const visible = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

document.addEventListener("keydown", (event) => {
  const key = keyOf(event);
  if (!key) return;
  const target = [...document.querySelectorAll("[data-shortcut]")].find((e) => e.dataset.shortcut === key && visible(e));
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});

if (opener) {
  opener.closest("[hidden]").hidden = false;
  opener.addEventListener("click", () => list.showModal());
}

toggle.checked = areOn();
toggle.addEventListener("change", () => setOn(toggle.checked));
