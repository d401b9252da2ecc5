/* Import in the page: rows are pasted, or a file is chosen or dropped, and their events are added to
   the file in one step, which can be undone. The server reads the rows and writes the file. */
import { focusNotice, showNotice } from "../edit/notice.mjs";
import { askEditor } from "../edit/requests.mjs";
import { follow } from "../edit/saving.mjs";
import { byId } from "../dom.mjs";
import { holdReload } from "../reload.mjs";
import { gettext } from "../words.mjs";
import { saveText } from "./data.mjs";
import { closeDialog, leave, openDialog, part, say, session } from "./dialog.mjs";
import { choiceChanged, preview, request, rowsChanged } from "./preview.mjs";

const NO_ROWS = gettext("Paste rows or choose a file first.");
const BEING_READ = gettext(
  "The rows are being read: press the button again when their number is shown.",
);
const NO_EVENT = gettext(
  "These rows have no new event: correct them, or choose the use of their columns.",
);

/* Why nothing can be added now, and the part to go on with. */
function whyNot() {
  if (session.dialog.ariaBusy === "true") return [BEING_READ, byId("table-add")];
  if (!session.input) return [session.seen.error ?? NO_ROWS, part("rows")];
  if (session.seen.add) return null;
  return [session.seen.error ?? NO_EVENT, session.dialog.querySelector("select") ?? part("rows")];
}

let isAdding = false;

async function add() {
  if (isAdding) return undefined;
  const [reason, next] = whyNot() ?? [];
  if (reason) {
    say(reason);
    return next.focus();
  }
  isAdding = true;
  holdReload(true);
  const answer = await askEditor("table/add", request());
  isAdding = false;
  holdReload(false);
  if (answer.status === 200) return added(answer);
  if (!session.dialog) return showNotice(answer.error);
  if (answer.status === 409) await preview(false);
  say(answer.error);
  return byId("table-add").focus();
}

function added(answer) {
  closeDialog();
  showNotice(answer.said, answer);
  follow(answer.revision);
  focusNotice();
}

async function saveLeftOut() {
  const answer = await askEditor("table/left-out", request());
  if (answer.csv === undefined) return say(answer.error);
  return saveText(answer.csv, "rows-left-out.csv");
}

const BUTTONS = {
  "add-table": openDialog,
  "table-add": add,
  "table-left-out": saveLeftOut,
  "table-cancel": () => leave(),
};

/* Take a file in place of the pasted rows. */
function take(file) {
  session.file = file;
  part("rows").value = "";
  rowsChanged();
}

document.addEventListener("click", ({ target }) => BUTTONS[target.closest?.("button")?.id]?.());

const isInDialog = (target) => session.dialog?.contains(target);

function changed({ target }) {
  if (!isInDialog(target)) return;
  if (target.name === "rows") {
    session.file = null;
    part("file").value = "";
    rowsChanged();
  } else if (target.name === "file") take(target.files[0] ?? null);
  else choiceChanged(target.name);
}

/* Rows and names are read while they are typed, selections once they are made. */
document.addEventListener("input", (event) => {
  if (event.target.matches?.("textarea, input:not([type=file])")) changed(event);
});
document.addEventListener("change", (event) => {
  if (event.target.matches?.("select, input[type=file]")) changed(event);
});

document.addEventListener("dragover", (dragged) => {
  if (session.dialog) dragged.preventDefault();
});
document.addEventListener("drop", (dropped) => {
  if (!session.dialog) return;
  const [file] = dropped.dataTransfer.files;
  if (!file) return;
  dropped.preventDefault();
  take(file);
  part("file").files = dropped.dataTransfer.files;
});
