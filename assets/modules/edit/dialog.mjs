/* The dialog of the editor: it holds the form of an event, and asks before changes are lost. */
import { byId, element } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { gettext, pgettext } from "../words.mjs";
import { check, forgetCheck } from "./checking.mjs";
import { dropDraft, offerDraft } from "./drafts.mjs";
import { entries, inputs, selectValues } from "./form.mjs";
import { showNotice } from "./notice.mjs";
import { numberParts } from "./numbers.mjs";
import { question, takeBackQuestion } from "./questions.mjs";
import { afresh, ask, isChanged, session } from "./session.mjs";

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
    element("div", { id: "edit-heard", class: "only-heard", role: "status" }),
    button("edit-save", pgettext("a button", "Save"), "main-button"),
    button("edit-cancel", pgettext("a button", "Cancel")),
  );
  if (event) foot.append(button("edit-delete", pgettext("a button", "Delete"), "danger"));
  const name = gettext("Change of the file");
  const change = { tabindex: "0", role: "region", "aria-label": name, dir: "ltr" };
  const title = event ? pgettext("a heading", "Edit event") : pgettext("a heading", "Add event");
  const dialog = element(
    "dialog",
    { class: "edit-dialog", "aria-labelledby": "edit-title" },
    element("h2", { id: "edit-title" }, title),
    ...nodes(form),
    element("ul", { id: "edit-notes", class: "quiet", "aria-label": gettext("Remarks") }),
    element("h3", {}, gettext("What changes in the file")),
    element("pre", { id: "edit-diff", class: "diff", ...change }),
    foot,
  );
  selectValues(dialog);
  numberParts(dialog);
  return dialog;
}

/* Escape is easily pressed by mistake: ask before changes are discarded. */
export function leave(cancelled) {
  if (!isChanged()) return closeDialog();
  cancelled?.preventDefault();
  const stay = () => takeBackQuestion(inputs(session.dialog)[0]);
  question(gettext("Discard your changes?"), [
    [pgettext("a button", "Keep editing"), "", stay],
    [pgettext("a button", "Discard"), "danger", discard],
  ]);
}

function discard() {
  dropDraft();
  closeDialog();
}

export function closeDialog() {
  forgetCheck();
  const closing = session.dialog;
  session.dialog = null;
  closing?.close();
  closing?.remove();
}

/* Open the form of an event; without an id, an empty form. A copy is a new event with its values. */
export async function openDialog(id, isCopy = false) {
  if (session.dialog || isOpening) return;
  isOpening = true;
  const answer = await ask(`form?event=${encodeURIComponent(id)}${isCopy ? "&copy" : ""}`);
  isOpening = false;
  if (answer.status !== 200) {
    showNotice(answer.error);
    return;
  }
  const event = isCopy ? "" : id;
  const dialog = drawDialog(event, answer.form);
  const kind = event ? "replace" : "add";
  const open = { event, revision: answer.revision, kind, began: entries(dialog) };
  Object.assign(session, afresh(), { dialog, open, file: answer.file });
  byId("editor").append(dialog);
  dialog.addEventListener("close", closeDialog);
  dialog.addEventListener("cancel", leave);
  dialog.showModal();
  inputs(dialog)[0].focus();
  offerDraft();
  session.left.clear(); // the question takes the focus from a field that nobody filled in
  check();
}
