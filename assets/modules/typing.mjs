/* Fields of the filters: what is typed takes effect after a rest, on Enter, or when the field is left.
   Mantine's own delay repeats a value that a link has set, even if another link has changed it since. */
import { setProps } from "./dash.mjs";

const REST_MILLISECONDS = 300;
let timer = null;

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("input[data-typed]")) return;
  clearTimeout(timer);
  timer = setTimeout(() => setProps(target.id, { value: target.value }), REST_MILLISECONDS);
});
