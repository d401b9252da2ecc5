/* The editor: a form of one event that is checked while it is filled in, shows the change of the
   file, saves, deletes and undoes. The server reads, checks and writes the file. */
import { byId } from "../dom.mjs";
import { check } from "./checking.mjs";
import { closeDialog, openDialog } from "./dialog.mjs";
import { growthOf } from "./form.mjs";
import { askDelete, save, undo } from "./saving.mjs";
import { session } from "./session.mjs";
import "./remarks.mjs";

const BUTTONS = {
  "edit-save": () => save(),
  "edit-cancel": closeDialog,
  "edit-delete": askDelete,
};

const isInDialog = (target) => session.dialog?.contains(target);

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("button");
  if (!button) return;
  const grow = isInDialog(button) && growthOf(button);
  if (button.dataset.edit !== undefined) openDialog(button.dataset.edit);
  else if (button.dataset.undo) undo(button);
  else if (grow) {
    grow(button);
    check();
  } else BUTTONS[button.id]?.();
});

document.addEventListener("connection-back", () => session.dialog && check());
document.addEventListener("input", ({ target }) => isInDialog(target) && check());
document.addEventListener("change", ({ target }) => isInDialog(target) && check());
document.addEventListener("keydown", (press) => {
  const isInField = isInDialog(press.target) && press.target.matches("input, textarea, select");
  const isSave = press.key === "Enter" && (press.ctrlKey || press.metaKey);
  if (isInField && isSave && !byId("edit-save").disabled) save();
});
