// One more of a repeated part of a form: a button with data-add names the <template> whose copy goes before it.
// In the copy, __n__ stands for the number of the part.

function copyOf(pattern, number) {
  const part = pattern.content.firstElementChild.cloneNode(true);
  for (const element of [part, ...part.querySelectorAll("*")]) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll("__n__", number);
  }
  return part;
}

for (const button of document.querySelectorAll("[data-add]")) {
  let number = Number(button.dataset.next);
  button.hidden = false;
  button.addEventListener("click", () => {
    const part = copyOf(document.getElementById(button.dataset.add), String(number));
    number += 1;
    button.before(part);
    part.querySelector("input, textarea, select")?.focus();
  });
}
