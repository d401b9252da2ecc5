/* The form of an event: inputs, their names, and lists that grow. */

const FIELDS = ".edit-fields :is(input, textarea, select)";

/* Select the value that the server gave to each selection. */
export function selectValues(part) {
  for (const select of part.querySelectorAll("select")) select.value = select.dataset.value ?? "";
}

const childrenOf = (parent, selector) => [...parent.querySelectorAll(`:scope > ${selector}`)];
const positionAmong = (part, selector) => childrenOf(part.parentElement, selector).indexOf(part);

/* Name of an input, which is the path of its value: `#` is replaced by the number of its record, and
   a number at the end by its position in the list. */
export function nameOf(input) {
  const record = input.closest(".edit-record");
  const item = input.closest(".edit-item");
  const name = record ? input.name.replace("#", positionAmong(record, ".edit-record")) : input.name;
  return item ? name.replace(/\d+$/, positionAmong(item, ".edit-item")) : name;
}

export const inputs = (dialog) =>
  [...dialog.querySelectorAll(FIELDS)].filter((input) => !input.closest("template"));

export const entries = (dialog) => inputs(dialog).map((input) => [nameOf(input), input.value]);

/* Whether two lists of entries have the same texts; empty inputs are ignored. */
export function areSame(some, others) {
  const filled = (list) => JSON.stringify(list.filter(([, text]) => text));
  return filled(some) === filled(others);
}

function addItem(button) {
  const item = childrenOf(button.parentElement, ".edit-item").at(-1).cloneNode(true);
  item.querySelector("input").value = "";
  for (const old of item.querySelectorAll(".edit-problem, .edit-remedies")) old.remove();
  button.before(item);
  item.querySelector("input").focus();
}

function addRecord(button) {
  const blank = button.parentElement.querySelector(":scope > template > .edit-record");
  const record = blank.cloneNode(true);
  button.before(record);
  record.querySelector("input, select")?.focus();
}

/* Write texts into an input: the first replaces its text, each other one gets an input of its own,
   at the end of the list. */
export function spread(input, [first, ...others]) {
  input.value = first;
  const list = input.closest("[data-list], [data-group]");
  for (const text of others) {
    const grow = list.querySelector(":scope > [data-more], :scope > [data-another]");
    growthOf(grow)(grow);
    const parts = childrenOf(list, ":is(.edit-item, .edit-record)");
    parts.at(-1).querySelector("input").value = text;
  }
}

/* Remove an input or a record; the last input of a list stays, and is emptied. */
function remove(button) {
  const part = button.closest(".edit-item") ?? button.closest(".edit-record");
  const isItem = part.matches(".edit-item");
  const next = part.parentElement.querySelector(":scope > button");
  if (isItem && childrenOf(part.parentElement, ".edit-item").length === 1) {
    part.querySelector("input").value = "";
  } else part.remove();
  next?.focus();
}

const GROWTH = { more: addItem, another: addRecord, less: remove };

/* The function by which a button changes a list of the form, or undefined. */
export const growthOf = (button) =>
  Object.entries(GROWTH).find(([name]) => name in button.dataset)?.[1];
