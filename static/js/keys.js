// Which single key was meant: none while somebody writes, or where single keys are switched off.

const SWITCH = "single-keys";

export const areOn = () => localStorage.getItem(SWITCH) !== "off";

export const setOn = (on) => (on ? localStorage.removeItem(SWITCH) : localStorage.setItem(SWITCH, "off"));

export function keyOf(event) {
  const writing = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  return writing || held || !areOn() ? "" : event.key;
}
