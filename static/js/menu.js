// An unfolded menu folds when one presses Escape or turns elsewhere.

const open = () => document.querySelector("details.menu[open]");

document.addEventListener("keydown", (event) => {
  const menu = open();
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

for (const turn of ["pointerdown", "focusin"]) {
  document.addEventListener(turn, (event) => {
    const menu = open();
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
}
