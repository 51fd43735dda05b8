// In a review, j and k move between the rows; one key each presses the button that carries it in data-key.
import { keyOf } from "./keys.js";

const rows = () => [...document.querySelectorAll("[data-row]")];
let here = -1;

function go(to) {
  const all = rows();
  if (!all.length) return;
  here = Math.min(Math.max(to, 0), all.length - 1);
  for (const row of all) row.removeAttribute("aria-current");
  const row = all[here];
  row.setAttribute("aria-current", "true");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

// After an act the address names the row that comes next.
const named = rows().findIndex((row) => row.id && `#${row.id}` === location.hash);
if (named >= 0) go(named);

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row) here = rows().indexOf(row);
});

document.addEventListener("keydown", (event) => {
  const key = keyOf(event);
  if (key === "j") go(here + 1);
  else if (key === "k") go(here - 1);
  else {
    const act = key && [...(rows()[here]?.querySelectorAll("[data-key]") ?? [])].find((e) => e.dataset.key === key);
    if (!act) return;
    act.click();
  }
  event.preventDefault();
});
