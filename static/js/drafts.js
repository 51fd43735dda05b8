// What stands in a form with data-draft is sent there every few seconds while it changes, so that nothing is lost.

const PAUSE = 4000;

async function keep(form, note) {
  const fields = new FormData(form);
  for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST",
      headers: { "X-CSRFToken": fields.get("csrf_token") ?? "" },
      body: new URLSearchParams(fields),
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const { kept_at: time } = await answer.json();
    note.textContent = `draft kept ${time}`;
  } catch {
    note.textContent = "The draft is not kept at the moment; it will be tried again when you write on.";
    return false;
  }
  return true;
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const note = form.querySelector("[data-draft-note]");
  if (!note) continue;
  let waiting = 0;
  let changed = false;
  // Never put off by further typing: whoever writes on without a pause is kept as often as one who pauses.
  const later = () => {
    changed = true;
    if (waiting) return;
    waiting = setTimeout(async () => {
      changed = false;
      await keep(form, note);
      waiting = 0;
      if (changed) later();
    }, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => clearTimeout(waiting));
}
