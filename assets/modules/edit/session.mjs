/* The session of the editor: the dialog, its event, and the state of requests. */
import { entries } from "./form.mjs";
import { askEditor } from "./requests.mjs";

const KEPT = "Your text is kept; save it when the server is back.";

/* `open` is sent with the form: id of the event, revision of the file that the form shows, kind of
   the edit, and the entries at the opening of the form. */
export const session = {
  dialog: null,
  open: { event: "", revision: "", kind: "add", began: [] },
  isSaving: false,
  wasRestarted: false,
};

export async function ask(path, body) {
  const answer = await askEditor(path, body);
  session.wasRestarted ||= Boolean(answer.wasRestarted);
  // There was no answer, or the request was refused: the server did not check the text.
  if ([0, 403, 404].includes(answer.status) && session.dialog) answer.error += " " + KEPT;
  return answer;
}

/* Send the form with its current entries. */
export const askAbout = (path, more = {}) =>
  ask(path, { ...session.open, entries: entries(session.dialog), ...more });
