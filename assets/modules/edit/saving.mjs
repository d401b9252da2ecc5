/* Saving: write or delete the event, after a question if needed, and undo the change. */
import { keepQuiet } from "../announce.mjs";
import { setProps } from "../dash.mjs";
import { byId, element } from "../dom.mjs";
import { openEvent } from "../open_event.mjs";
import { holdReload } from "../reload.mjs";
import { showAll } from "./answers.mjs";
import { forgetCheck } from "./checking.mjs";
import { closeDialog } from "./dialog.mjs";
import { dropDraft } from "./drafts.mjs";
import { areSame, entries } from "./form.mjs";
import { focusNotice, showNotice } from "./notice.mjs";
import { dropQuestion, question, takeBackQuestion } from "./questions.mjs";
import { showRemarks } from "./remarks.mjs";
import { ask, askAbout, session } from "./session.mjs";

/* In milliseconds: time after which an answer is late, and time after a save until the linter is
   asked, when the page shows the new file. */
const LATE_AFTER = 8000;
const REMARK_AFTER = 1500;
const LATE = "The server has not answered yet; your text is kept.";
const STEPPED = { undo: "Undone.", redo: "Redone." };
const DONE = { add: "Added.", replace: "Saved.", delete: "Deleted." };

/* Send the form; meanwhile the page neither checks it nor asks for the revision of the file. */
async function send(more) {
  session.isSaving = true;
  holdReload(true);
  forgetCheck();
  const late = setTimeout(() => (byId("edit-said").textContent = LATE), LATE_AFTER);
  const answer = await askAbout("save", more);
  clearTimeout(late);
  session.isSaving = false;
  holdReload(false);
  return answer;
}

/* Write the form into the file; `more` has further fields of the request. */
export async function save(more = {}) {
  if (session.isSaving) return undefined;
  const kind = more.kind ?? session.open.kind;
  const isChecked = areSame(entries(session.dialog), session.checked);
  if (kind !== "delete" && isChecked && session.answer.problems?.length) return showAll();
  const done = DONE[kind];
  const answer = await send(more);
  if (answer.status === 200) return saved(answer, answer.changed ? done : "Nothing was changed.");
  if (!session.dialog) return showNotice(answer.error);
  return refused(answer, more);
}

/* Show why nothing was saved, and how to go on. */
function refused(answer, more) {
  dropQuestion();
  if (answer.status === 409) return answer.linked ? askUnlink(answer) : conflict(answer, more);
  byId("edit-said").textContent = answer.error;
  if (answer.problems.length) return showAll(answer);
  return byId("edit-save").focus();
}

function saved(answer, words) {
  dropDraft();
  closeDialog();
  const report = session.wasRestarted ? `${words} The server was restarted in between.` : words;
  showNotice(report, answer);
  follow(answer.revision);
  if (answer.event) openEvent(answer.event);
  focusNotice();
}

/* Have the page show a revision, and the remarks on it. */
export function follow(revision) {
  keepQuiet(revision);
  setProps("revision", { data: revision });
  setTimeout(showRemarks, REMARK_AFTER);
}

/* Somebody else saved meanwhile: show their change; one click saves on top of it. */
function conflict(answer, more) {
  const again = () => {
    session.open.revision = answer.revision;
    save(more);
  };
  const region = { tabindex: "0", role: "region", "aria-label": "What changed meanwhile" };
  question(
    "The file has changed since you opened this form; nothing of yours is lost. " +
      "Fields that you changed get your text, the others keep theirs.",
    [["Save on top of their change", "main-button", again]],
    element("pre", { class: "diff", ...region }, answer.changes || "(what changed is not known)"),
  );
}

const keep = ["Keep it", "", () => takeBackQuestion(byId("edit-delete"))];

function askUnlink(answer) {
  const sure = () => save({ kind: "delete", unlink: true });
  question(answer.error, [["Delete, and remove these links", "danger", sure], keep]);
}

export function askDelete() {
  const sure = () => save({ kind: "delete" });
  question("Delete this event from the file?", [["Yes, delete it", "danger", sure], keep]);
}

/* Undo or redo, as the button says. */
export async function step(button) {
  const { step: kind, revision } = button.dataset;
  button.disabled = true;
  const answer = await ask(kind, { kind, revision });
  const isDone = answer.status === 200;
  showNotice(isDone ? STEPPED[kind] : answer.error, isDone ? answer : {});
  focusNotice();
  if (isDone) follow(answer.revision);
}

/* Offer to undo the saves of this run after the page was loaded. */
export async function offerSteps() {
  const answer = await ask("steps");
  const { undo: saves = [] } = answer;
  if (byId("edit-notice").hasChildNodes() || !(saves.length || answer.redo?.length)) return;
  const last = saves.at(-1) ? `, the last one of ${saves.at(-1)}` : "";
  const count = saves.length === 1 ? "1 save" : `${saves.length} saves`;
  showNotice(saves.length ? `${count} can be undone${last}.` : "The save was undone.", answer);
}
