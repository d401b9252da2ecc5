/* The preview: the server reads the rows with the present choices, and its answer is shown. */
import { askEditor } from "../edit/requests.mjs";
import { byId } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { gettext, pgettext } from "../words.mjs";
import { inputOf } from "./data.mjs";
import { part, say, session } from "./dialog.mjs";

/* Time without a change after which a preview is asked for, in milliseconds. */
const REST = 300;
let waiting = 0;
let latest = 0;
let drawnWords = "";

const chosen = (selector) => [...session.dialog.querySelectorAll(selector)];

/* Meanings of words by key: `{type: {shelling: "attack"}}`. */
function meanings() {
  const values = {};
  for (const { dataset, value } of chosen("[name=word]")) {
    values[dataset.key] = { ...values[dataset.key], [dataset.word]: value };
  }
  return values;
}

/* The request; before the columns were drawn, and after another format, they are guessed. */
export function request(isNew = false) {
  const number = Number(part("number")?.value ?? 0);
  const asked = { ...session.input, number, revision: session.seen.revision ?? "" };
  if (!byId("table-mapping").childElementCount) return asked;
  const format = part("format").value;
  if (isNew) return { ...asked, format };
  const keys = chosen("[name=key]").map((select) => select.value);
  const constants = {};
  for (const name of ["actors", "tz"]) if (part(name)) constants[name] = part(name).value;
  const choices = { format, order: part("order")?.value, constants, values: meanings() };
  return { ...asked, ...choices, ...(keys.length ? { keys } : { keys: null }) };
}

function drawMapping(parts) {
  byId("table-mapping").replaceChildren(...nodes(parts));
  for (const select of chosen("#table-mapping select")) select.value = select.dataset.value;
}

/* Words keep their choices as long as they are the same words. */
function drawWords(parts) {
  const text = JSON.stringify(parts);
  if (text === drawnWords && byId("table-words").childElementCount) return;
  drawnWords = text;
  byId("table-words").replaceChildren(...nodes(parts));
}

function show(answer, isNew) {
  if (answer.mapping && (isNew || !byId("table-mapping").childElementCount)) {
    drawMapping(answer.mapping);
  }
  drawWords(answer.words ?? []);
  byId("table-summary").textContent = answer.summary ?? "";
  byId("table-preview").replaceChildren(...nodes(answer.preview ?? []));
  byId("table-add").textContent = answer.add || pgettext("a button", "Add");
  byId("table-left-out").hidden = !answer.left_out;
  say(answer.error ?? "");
}

/* Ask for a preview; `isNew` for other rows, another table or another format. */
export async function preview(isNew) {
  const number = ++latest;
  session.dialog.setAttribute("aria-busy", "true");
  const answer = session.input ? await askEditor("table/preview", request(isNew)) : {};
  if (number !== latest || !session.dialog) return;
  session.seen = answer;
  show(answer, isNew);
  session.dialog.removeAttribute("aria-busy");
}

/* Read the rows or the file, and begin with a new guess. */
async function readAgain() {
  const number = ++latest;
  const input = await inputOf(session.file, part("rows").value, session.limits.bytes);
  if (number !== latest || !session.dialog) return;
  session.input = input?.isTooLarge ? null : input;
  byId("table-mapping").replaceChildren();
  drawWords([]);
  await preview(true);
  if (!input?.isTooLarge) return;
  const file = input.name ?? gettext("pasted rows");
  session.seen = { error: [gettext("{file}: {message}", { file, message: session.limits.words })] };
  say(session.seen.error);
}

function later(act) {
  clearTimeout(waiting);
  session.dialog.setAttribute("aria-busy", "true");
  waiting = setTimeout(() => session.dialog && act(), REST);
}

export const rowsChanged = () => later(readAgain);
export const choiceChanged = (name) => later(() => preview(["number", "format"].includes(name)));
