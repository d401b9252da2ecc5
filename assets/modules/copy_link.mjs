/* The button that copies the address of the current view. */
import { say } from "./announce.mjs";
import { byId } from "./dom.mjs";
import { isLocal } from "./take_away.mjs";

/* Time for which the button shows the result, in milliseconds. */
const SHOWN = 2000;
const COPIED = "The link is copied.";
const COPIED_HERE = "The link is copied, and works on this computer only.";
const NOT_COPIED = "The link cannot be copied: copy it from the address bar.";
const HERE = "The link works on this computer only. To pass the page on, take it away as a file.";

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
  let result = "Copied";
  let words = isLocal() ? COPIED_HERE : COPIED;
  try {
    await navigator.clipboard.writeText(window.location.href);
  } catch {
    result = "Copy it from the address bar";
    words = NOT_COPIED;
  }
  button.textContent = result;
  say(words);
  if (isLocal()) warn();
  setTimeout(() => (button.textContent = "Copy link"), SHOWN);
});
