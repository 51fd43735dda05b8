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
  const writing = event.target.closest?.("input, textarea, select, dialog[open], [contenteditable]");
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  return writing || held || !areOn() ? "" : event.key;
}
