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
  let sending = false;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (sending) return later();
      sending = true;
      await keep(form, note);
      sending = false;
    }, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => clearTimeout(waiting));
}
