// Which single key was meant: none while somebody writes, or where single keys are switched off.

const SWITCH = "single-keys";

// A browser that keeps nothing for sites says so by throwing: keys are then on, and the switch lasts for the page.
let on = true;
try {
  on = localStorage.getItem(SWITCH) !== "off";
} catch {}

export const areOn = () => on;

export function setOn(wanted) {
  on = wanted;
  try {
    localStorage.setItem(SWITCH, wanted ? "on" : "off");
  } catch {}
}

export function keyOf(event) {
  // For a moment after a dialog was closed the keys still go to the field in it that nobody sees any more.
  const unseen = event.target.closest?.("dialog:not([open])");
  const writing = !unseen && event.target.closest?.("input, textarea, select, dialog[open], [contenteditable]");
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  return writing || held || !areOn() ? "" : event.key;
}
