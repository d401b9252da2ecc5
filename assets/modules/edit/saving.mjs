/* Saving: write or delete the event, after a question if needed. */
import { keepQuiet } from "../announce.mjs";
import { setProps } from "../dash.mjs";
import { byId, element, spaced } from "../dom.mjs";
import { openEvent } from "../open_event.mjs";
import { holdReload } from "../reload.mjs";
import { gettext, pgettext } from "../words.mjs";
import { showAll } from "./answers.mjs";
import { forgetCheck } from "./checking.mjs";
import { closeDialog } from "./dialog.mjs";
import { dropDraft } from "./drafts.mjs";
import { areSame, entries } from "./form.mjs";
import { focusNotice, showNotice } from "./notice.mjs";
import { dropQuestion, question, takeBackQuestion } from "./questions.mjs";
import { showRemarks } from "./remarks.mjs";
import { askAbout, session } from "./session.mjs";

/* In milliseconds: time after which an answer is late, and time after a save until the linter is
   asked, when the page shows the new file. */
const LATE_AFTER = 8000;
const REMARK_AFTER = 1500;
const LATE = gettext("The server has not answered yet; your text is kept.");
/* Sentences about the event after a save, and if the server was restarted meanwhile. */
const DONE = {
  add: [
    pgettext("said of the event", "Added."),
    pgettext("said of the event", "Added. The server was restarted in between."),
  ],
  replace: [
    pgettext("said of the event", "Saved."),
    pgettext("said of the event", "Saved. The server was restarted in between."),
  ],
  delete: [
    pgettext("said of the event", "Deleted."),
    pgettext("said of the event", "Deleted. The server was restarted in between."),
  ],
  none: [
    gettext("Nothing was changed."),
    gettext("Nothing was changed. The server was restarted in between."),
  ],
};

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
  const answer = await send(more);
  if (answer.status === 200) return saved(answer, DONE[answer.changed ? kind : "none"]);
  if (!session.dialog) return showNotice(answer.error);
  return refused(answer, more);
}

/* Show why nothing was saved, and how to go on. */
function refused(answer, more) {
  dropQuestion();
  if (answer.status === 409) return answer.linked ? askUnlink(answer) : conflict(answer, more);
  byId("edit-said").replaceChildren(...spaced(answer.error));
  if (answer.problems.length) return showAll(answer);
  return byId("edit-save").focus();
}

function saved(answer, [words, wordsOfRestart]) {
  dropDraft();
  closeDialog();
  showNotice(session.wasRestarted ? wordsOfRestart : words, answer);
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
  const name = gettext("What changed meanwhile");
  const dir = answer.changes ? "ltr" : "auto";
  const region = { tabindex: "0", role: "region", "aria-label": name, dir };
  const changes = answer.changes || gettext("(what changed is not known)");
  question(
    gettext(
      "The file has changed since you opened this form; nothing of yours is lost. " +
        "Fields that you changed get your text, the others keep theirs.",
    ),
    [[gettext("Save on top of their change"), "main-button", again]],
    element("pre", { class: "diff", ...region }, changes),
  );
}

const keep = [
  pgettext("a button: keep the event", "Keep it"),
  "",
  () => takeBackQuestion(byId("edit-delete")),
];

function askUnlink(answer) {
  const sure = () => save({ kind: "delete", unlink: true });
  question(answer.error, [[gettext("Delete, and remove these links"), "danger", sure], keep]);
}

export function askDelete() {
  const sure = () => save({ kind: "delete" });
  question(gettext("Delete this event from the file?"), [
    [pgettext("a button: delete the event", "Yes, delete it"), "danger", sure],
    keep,
  ]);
}
