/* The notice beside the button that opens the editor: what was done, and buttons to undo and redo. */
import { byId, element } from "../dom.mjs";

const button = (kind, words, { revision, [kind]: events = [] }) => {
  const attributes = {
    type: "button",
    class: "button",
    "data-step": kind,
    "data-revision": revision,
  };
  return events.length ? [element("button", attributes, words)] : [];
};

/* Show a message; `steps` are the revision of the file and the steps that are possible from it. */
export function showNotice(words, steps = {}) {
  const buttons = [...button("undo", "Undo", steps), ...button("redo", "Redo", steps)];
  byId("edit-notice").replaceChildren(words, ...buttons.flatMap((made) => [" ", made]));
}

/* The focus after a step is on the message: Enter pressed twice must not undo what was done. */
export function focusNotice() {
  byId("edit-notice").tabIndex = -1;
  byId("edit-notice").focus();
}
