/* The editor: a form of one event that is checked while it is filled in, shows the change of the
   file, saves, deletes and undoes. The server reads, checks and writes the file. */
import { check } from "./checking.mjs";
import { leave, openDialog } from "./dialog.mjs";
import { keepDraft } from "./drafts.mjs";
import { growthOf } from "./form.mjs";
import { numberParts } from "./numbers.mjs";
import { askDelete, save } from "./saving.mjs";
import { session } from "./session.mjs";
import { offerSteps, step } from "./steps.mjs";
import "./remarks.mjs";

const BUTTONS = {
  "edit-save": () => save(),
  "edit-cancel": () => leave(),
  "edit-delete": askDelete,
};

const isInDialog = (target) => session.dialog?.contains(target);

/* The form has another text: keep it, and check it after a pause. */
function follow() {
  numberParts(session.dialog);
  keepDraft();
  check();
}

document.addEventListener("click", ({ target, detail }) => {
  const button = target.closest?.("button");
  if (!button) return;
  const grow = isInDialog(button) && growthOf(button);
  if (button.dataset.edit !== undefined) openDialog(button.dataset.edit);
  else if (button.dataset.copy) openDialog(button.dataset.copy, true);
  // The second click of a double click hits the button of the next step.
  else if (button.dataset.step && detail < 2) step(button);
  else if (grow) {
    grow(button);
    follow();
  } else BUTTONS[button.id]?.();
});

document.addEventListener("connection-back", () => session.dialog && check());
document.addEventListener("input", ({ target }) => isInDialog(target) && follow());
document.addEventListener("change", ({ target }) => isInDialog(target) && follow());
document.addEventListener("focusout", ({ target }) => {
  if (!isInDialog(target) || !target.matches(".edit-fields *") || session.left.has(target)) return;
  session.left.add(target);
  if (session.answer.problems?.length) check();
});
document.addEventListener("keydown", (press) => {
  const isInField = isInDialog(press.target) && press.target.matches("input, textarea, select");
  const isSave = press.key === "Enter" && (press.ctrlKey || press.metaKey);
  if (isInField && isSave) save();
});

offerSteps();
