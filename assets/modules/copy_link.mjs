/* The button that copies the address of the current view. */
import { byId } from "./dom.mjs";
import { isLocal } from "./take_away.mjs";

/* Time for which the button shows the result, in milliseconds. */
const SHOWN = 2000;
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
  try {
    await navigator.clipboard.writeText(window.location.href);
  } catch {
    result = "Copy it from the address bar";
  }
  button.textContent = result;
  if (isLocal()) warn();
  setTimeout(() => (button.textContent = "Copy link"), SHOWN);
});
