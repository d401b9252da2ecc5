/* Numbers of the inputs and records of each list, and the names of the buttons that remove them. The
   list has the words; `{n}` is the place of the number, `{text}` that of the text. */
const PART = ".edit-item, .edit-record";

const fill = (words, text) => words.replace(/\{(n|text)\}/, () => text);

function nameParts(list) {
  const { names, removes } = list.dataset;
  const parts = [...list.children].filter((part) => part.matches(PART));
  for (const [at, part] of parts.entries()) {
    const isItem = part.matches(".edit-item");
    const input = isItem && part.querySelector("input");
    const name = fill(names, at + 1);
    (input || part).setAttribute("aria-label", name);
    part.querySelector(":scope > .edit-number").textContent = isItem ? at + 1 : name;
    const button = part.querySelector(":scope > [data-less]");
    button.setAttribute("aria-label", fill(removes, (input && input.value.trim()) || at + 1));
  }
}

export const numberParts = (form) => form.querySelectorAll("[data-removes]").forEach(nameParts);
