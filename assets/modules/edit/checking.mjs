/* Checking while the form is filled in: the server is asked after a pause in typing. */
import { showAnswer } from "./answers.mjs";
import { entries } from "./form.mjs";
import { askAbout, session } from "./session.mjs";

/* Time without a change after which the form is checked, in milliseconds. */
const REST = 250;

let waiting = 0;
let latest = 0;

/* Cancel the next check, and ignore the answers to earlier checks. */
export function forgetCheck() {
  clearTimeout(waiting);
  latest += 1;
  session.dialog?.removeAttribute("aria-busy");
}

export function check() {
  forgetCheck();
  if (session.isSaving || !session.dialog) return;
  session.dialog.setAttribute("aria-busy", "true");
  waiting = setTimeout(async () => {
    const number = latest;
    const checked = entries(session.dialog);
    const answer = await askAbout("preview");
    if (number !== latest || !session.dialog?.open) return;
    session.checked = checked;
    showAnswer(answer);
    session.dialog.removeAttribute("aria-busy");
  }, REST);
}
