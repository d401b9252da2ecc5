/* The session of the editor: the dialog, its event, and the state of requests. */
import { gettext } from "../words.mjs";
import { areSame, entries } from "./form.mjs";
import { askEditor } from "./requests.mjs";

/* The state of a form that was just opened. */
export function afresh() {
  const flags = { wasRestarted: false, wasTried: false, isOffered: false };
  return { ...flags, left: new Set(), answer: { problems: [] }, checked: [] };
}

const KEPT = gettext("Your text is kept; save it when the server is back.");

/* `open` is sent with the form: id of the event, revision of the file that the form shows, kind of
   the edit, and the entries at the opening of the form. `file` identifies the file in the browser,
   `left` has the inputs that the focus left, `wasTried` is set by Save, `isOffered` while a draft
   waits for an answer, and `answer` is the last one, about the entries `checked`. */
export const session = {
  dialog: null,
  file: "",
  open: { event: "", revision: "", kind: "add", began: [] },
  isSaving: false,
  ...afresh(),
};

export async function ask(path, body) {
  const answer = await askEditor(path, body);
  session.wasRestarted ||= Boolean(answer.wasRestarted);
  // There was no answer, or the request was refused: the server did not check the text.
  if ([0, 403, 404].includes(answer.status) && session.dialog) {
    answer.error = [...(answer.error ?? []), KEPT];
  }
  return answer;
}

/* Whether the form differs from its beginning, so that something would be lost. */
export const isChanged = () =>
  Boolean(session.dialog) && !areSame(entries(session.dialog), session.open.began);

/* Send the form with its current entries. */
export const askAbout = (path, more = {}) =>
  ask(path, { ...session.open, entries: entries(session.dialog), ...more });
