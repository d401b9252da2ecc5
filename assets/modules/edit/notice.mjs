/* The notice beside the button that opens the editor: what was done, and buttons to undo and redo. */
import { byId, element, spaced } from "../dom.mjs";
import { pgettext } from "../words.mjs";

const button = (kind, words, { revision, [kind]: events = [] }) => {
  const attributes = {
    type: "button",
    class: "button",
    "data-step": kind,
    "data-revision": revision,
  };
  return events.length ? [element("button", attributes, words)] : [];
};

const UNDO = pgettext("a button: take back the last save", "Undo");
const REDO = pgettext("a button: save again what was undone", "Redo");

/* Show a message, which is one sentence or several; `steps` are the revision of the file and the steps that are possible from it. */
export function showNotice(words, steps = {}) {
  const buttons = [...button("undo", UNDO, steps), ...button("redo", REDO, steps)];
  byId("edit-notice").replaceChildren(...spaced(words), ...buttons.flatMap((made) => [" ", made]));
}

/* The focus after a step is on the message: Enter pressed twice must not undo what was done. */
export function focusNotice() {
  byId("edit-notice").tabIndex = -1;
  byId("edit-notice").focus();
}
