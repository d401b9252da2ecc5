/* Checking while the form is filled in: the server is asked when the writing rests. */
import { showAnswer } from "./answers.mjs";
import { askAbout, session } from "./session.mjs";

/* Milliseconds without a change after which the form is checked. */
const REST = 250;

let waiting = 0;
let latest = 0;

/* The answer to an earlier check no longer counts. */
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
    const answer = await askAbout("preview");
    if (number !== latest || !session.dialog?.open) return;
    showAnswer(answer);
    session.dialog.removeAttribute("aria-busy");
  }, REST);
}
