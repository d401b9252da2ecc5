/* The button that copies the address of exactly this view. */

/* Milliseconds for which the button says that the address was copied. */
const SAID = 2000;

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("#copy-link");
  if (!button) return;
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(window.location.href);
  } catch {
    said = "Copy it from the address bar";
  }
  button.textContent = said;
  setTimeout(() => (button.textContent = "Copy link"), SAID);
});
