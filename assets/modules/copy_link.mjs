/* The button that copies the address of the current view. */
import { say } from "./announce.mjs";
import { byId } from "./dom.mjs";
import { isLocal } from "./take_away.mjs";
import { gettext, pgettext } from "./words.mjs";

/* Time for which the button shows the result, in milliseconds. */
const SHOWN = 2000;
const COPIED = gettext("The link is copied.");
const COPIED_HERE = gettext("The link is copied, and works on this computer only.");
const NOT_COPIED = gettext("The link cannot be copied: copy it from the address bar.");
const HERE = gettext(
  "The link works on this computer only. To pass the page on, take it away as a file.",
);

/* The words of the button, once it was clicked. */
let label = null;

/* Say that others cannot open the address, where the ways to pass the page on are listed. */
function warn() {
  const note = byId("take-away-note");
  note.textContent = HERE;
  note.hidden = false;
  byId("take-away").open = true;
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("#copy-link");
  if (!button) return;
  label ??= button.textContent;
  let result = pgettext("a button, after a click on it", "Copied");
  let words = isLocal() ? COPIED_HERE : COPIED;
  try {
    await navigator.clipboard.writeText(window.location.href);
  } catch {
    result = gettext("Copy it from the address bar");
    words = NOT_COPIED;
  }
  button.textContent = result;
  say(words);
  if (isLocal()) warn();
  setTimeout(() => (button.textContent = label), SHOWN);
});
