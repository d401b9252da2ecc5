/* The dialog of the editor: it holds the form of an event, and asks before changes are lost. */
import { byId, element } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { showNotice } from "./answers.mjs";
import { check, forgetCheck } from "./checking.mjs";
import { areSame, entries, inputs } from "./form.mjs";
import { question, takeBackQuestion } from "./questions.mjs";
import { ask, session } from "./session.mjs";

let isOpening = false;

const button = (id, words, look = "") =>
  element("button", { type: "button", id, class: "button " + look }, words);
const alert = (id) => element("div", { id, class: "edit-said", role: "alert" });

function drawDialog(event, form) {
  const foot = element(
    "div",
    { class: "edit-foot" },
    alert("edit-question"),
    alert("edit-said"),
    button("edit-save", "Save", "main-button"),
    button("edit-cancel", "Cancel"),
  );
  if (event) foot.append(button("edit-delete", "Delete", "danger"));
  const change = { tabindex: "0", role: "region", "aria-label": "Change of the file" };
  const dialog = element(
    "dialog",
    { class: "edit-dialog", "aria-labelledby": "edit-title" },
    element("h2", { id: "edit-title" }, event ? "Edit event" : "Add event"),
    ...nodes(form),
    element("ul", { id: "edit-notes", class: "quiet", "aria-label": "Remarks" }),
    element("h3", {}, "What changes in the file"),
    element("pre", { id: "edit-diff", class: "diff", ...change }),
    foot,
  );
  for (const select of dialog.querySelectorAll("select")) {
    select.value = select.dataset.value ?? "";
  }
  return dialog;
}

/* Escape is easily pressed by mistake: ask before changes are discarded. */
function leave(cancelled) {
  if (areSame(entries(session.dialog), session.open.began)) return;
  cancelled.preventDefault();
  const stay = () => takeBackQuestion(inputs(session.dialog)[0]);
  question("Discard your changes?", [
    ["Keep editing", "", stay],
    ["Discard", "danger", closeDialog],
  ]);
}

export function closeDialog() {
  forgetCheck();
  const closing = session.dialog;
  session.dialog = null;
  closing?.close();
  closing?.remove();
}

/* Open the form of an event; without an id, an empty form. */
export async function openDialog(event) {
  if (session.dialog || isOpening) return;
  isOpening = true;
  const answer = await ask("form?event=" + encodeURIComponent(event));
  isOpening = false;
  if (answer.status !== 200) {
    showNotice(answer.error);
    return;
  }
  const dialog = drawDialog(event, answer.form);
  const kind = event ? "replace" : "add";
  const open = { event, revision: answer.revision, kind, began: entries(dialog) };
  Object.assign(session, { dialog, open, wasRestarted: false });
  byId("editor").append(dialog);
  dialog.addEventListener("close", closeDialog);
  dialog.addEventListener("cancel", leave);
  dialog.showModal();
  byId("edit-save").disabled = true;
  inputs(dialog)[0].focus();
  check();
}
