/* The dialog "Add from a table": it is drawn, opened and closed, and asks before rows are lost. */
import { showNotice } from "../edit/notice.mjs";
import { askEditor } from "../edit/requests.mjs";
import { byId, element, spaced } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { gettext, pgettext } from "../words.mjs";

/* The open dialog: its element, the limit of a table in bytes and the message about it, the file
   that was chosen, the input as it was read, and the last preview. */
export const session = { dialog: null, limits: {}, file: null, input: null, seen: {} };
let isOpening = false;

const button = (id, words, look = "", more = {}) =>
  element("button", { type: "button", id, class: "button " + look, ...more }, words);

function drawDialog(form) {
  const alert = (id) => element("div", { id, class: "edit-said", role: "alert" });
  const dialog = element(
    "dialog",
    { class: "edit-dialog", "aria-labelledby": "table-title" },
    element("h2", { id: "table-title" }, pgettext("a heading", "Add from a table")),
    ...nodes(form),
    element(
      "div",
      { class: "edit-foot" },
      alert("table-question"),
      alert("table-said"),
      element("p", { id: "table-summary", role: "status" }),
      button("table-add", pgettext("a button", "Add"), "main-button"),
      button("table-left-out", gettext("Download the rows left out"), "", { hidden: "" }),
      button("table-cancel", pgettext("a button", "Cancel")),
    ),
  );
  return dialog;
}

export const part = (name) => session.dialog.querySelector(`[name="${name}"]`);
/* Say one sentence or several. */
export const say = (words) => byId("table-said").replaceChildren(...spaced(words));
const hasInput = () => Boolean(session.file || part("rows").value.trim());

/* Cancel and Escape are easily pressed by mistake: ask before rows are discarded. */
export function leave(cancelled) {
  if (!hasInput()) return closeDialog();
  cancelled?.preventDefault();
  const stay = button("table-stay", pgettext("a button: keep the rows", "Keep them"));
  const go = button("table-discard", pgettext("a button", "Discard"), "danger");
  stay.addEventListener("click", () => {
    byId("table-question").replaceChildren();
    part("rows").focus();
  });
  go.addEventListener("click", closeDialog);
  byId("table-question").replaceChildren(gettext("Discard these rows?"), " ", stay, " ", go);
  return stay.focus();
}

export function closeDialog() {
  const closing = session.dialog;
  Object.assign(session, { dialog: null, file: null, input: null, seen: {} });
  closing?.close();
  closing?.remove();
}

export async function openDialog() {
  if (session.dialog || isOpening) return;
  isOpening = true;
  const answer = await askEditor("table/form");
  isOpening = false;
  if (answer.status !== 200) {
    showNotice(answer.error);
    return;
  }
  const limits = { bytes: answer.most_bytes, words: answer.too_large };
  Object.assign(session, { dialog: drawDialog(answer.form), limits });
  byId("editor").append(session.dialog);
  session.dialog.addEventListener("close", closeDialog);
  session.dialog.addEventListener("cancel", leave);
  session.dialog.showModal();
  part("rows").focus();
}

window.addEventListener("beforeunload", (leaving) => {
  if (session.dialog && hasInput()) leaving.preventDefault();
});
