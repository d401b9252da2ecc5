/* Steps through the saves of this run of the server: undo and redo. */
import { byId } from "../dom.mjs";
import { gettext, ngettext, pgettext } from "../words.mjs";
import { focusNotice, showNotice } from "./notice.mjs";
import { follow } from "./saving.mjs";
import { ask } from "./session.mjs";

const STEPPED = {
  undo: pgettext("said of a save", "Undone."),
  redo: pgettext("said of a save", "Redone."),
};

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
  showNotice(possible(saves), answer);
}

/* Number of saves that can be undone, and the event of the last one if it has an id. */
function possible(saves) {
  if (!saves.length) return gettext("The save was undone.");
  const event = saves.at(-1);
  if (!event) return ngettext("{n} save can be undone.", "{n} saves can be undone.", saves.length);
  return ngettext(
    "{n} save can be undone, the last one of {event}.",
    "{n} saves can be undone, the last one of {event}.",
    saves.length,
    { event },
  );
}
