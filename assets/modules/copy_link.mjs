/* The button that copies the address of the current view. */

/* Time for which the button shows the result, in milliseconds. */
const SHOWN = 2000;

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
  setTimeout(() => (button.textContent = "Copy link"), SHOWN);
});
