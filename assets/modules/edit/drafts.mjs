/* Drafts: the text of a form is kept in the browser until it is saved or discarded. */
import { nodes } from "../markup.mjs";
import { gettext, language, pgettext } from "../words.mjs";
import { entries, inputs, selectValues } from "./form.mjs";
import { numberParts } from "./numbers.mjs";
import { question, takeBackQuestion } from "./questions.mjs";
import { ask, isChanged, session } from "./session.mjs";

const key = () => `geopolitical-timeline draft ${session.file} ${session.open.event}`;

/* An English page has dates as the browser writes them. */
const locale = language === "en" ? [] : `${language}-u-nu-latn`;

/* Time of a draft, with its day unless it is of today. */
function timeOf(milliseconds) {
  const time = new Date(milliseconds);
  const clock = time.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const isOfToday = time.toDateString() === new Date().toDateString();
  return isOfToday ? clock : `${time.toLocaleDateString(locale)} ${clock}`;
}

/* A browser may refuse to store anything, and a draft may be of an older version. */
function stored() {
  try {
    const draft = JSON.parse(localStorage.getItem(key()));
    return Array.isArray(draft?.entries) && draft.open ? draft : null;
  } catch {
    return null;
  }
}

/* Keep the text of the form, unless an older draft waits for an answer. */
export function keepDraft() {
  if (session.isOffered || !session.dialog) return;
  if (!isChanged()) return dropDraft();
  const draft = { at: Date.now(), open: session.open, entries: entries(session.dialog) };
  try {
    localStorage.setItem(key(), JSON.stringify(draft));
  } catch {
    // The browser stores nothing: the question at closing the page remains.
  }
}

export function dropDraft() {
  if (session.isOffered) return;
  try {
    localStorage.removeItem(key());
  } catch {
    // Nothing is stored.
  }
}

async function takeUp(draft) {
  const answer = await ask("form", { ...draft.open, entries: draft.entries });
  if (!session.dialog) return;
  if (answer.status !== 200) {
    question(answer.error, choices(draft));
    return;
  }
  const fields = nodes(answer.form)[0];
  selectValues(fields);
  numberParts(fields);
  session.dialog.querySelector(".edit-fields").replaceWith(fields);
  Object.assign(session, { isOffered: false, open: draft.open, left: new Set() });
  takeBackQuestion(inputs(session.dialog)[0]);
}

function drop() {
  session.isOffered = false;
  dropDraft();
  takeBackQuestion(inputs(session.dialog)[0]);
}

const choices = (draft) => [
  [pgettext("a button: take up the kept text", "Take it up"), "main-button", () => takeUp(draft)],
  [pgettext("a button: drop the kept text", "Drop it"), "", drop],
];

/* Offer the draft of the form that was just opened, if there is one. */
export function offerDraft() {
  const draft = stored();
  if (!draft) return;
  session.isOffered = true;
  const words = gettext("Your text of {time} is kept: take it up, or drop it.", {
    time: timeOf(draft.at),
  });
  question(words, choices(draft));
}

window.addEventListener("beforeunload", (leaving) => isChanged() && leaving.preventDefault());
