/* The session of the editor: the dialog, the event in it, and what is under way. */
import { entries } from "./form.mjs";
import { askEditor } from "./requests.mjs";

const KEPT = "Your text is kept; save it when the server is back.";

/* `open` is what the server must know of the form: the event, the revision of the file that the
   form shows, what is done with the event, and the entries that the form began with. */
export const session = {
  dialog: null,
  open: { event: "", revision: "", kind: "add", began: [] },
  isSaving: false,
  wasRestarted: false,
};

export async function ask(path, body) {
  const answer = await askEditor(path, body);
  session.wasRestarted ||= Boolean(answer.wasRestarted);
  // Without an answer, or refused as a whole: the server did not judge the text itself.
  if ([0, 403, 404].includes(answer.status) && session.dialog) answer.error += " " + KEPT;
  return answer;
}

/* Send the form as it is now. */
export const askAbout = (path, more = {}) =>
  ask(path, { ...session.open, entries: entries(session.dialog), ...more });
