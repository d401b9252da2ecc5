/* Fields of the filters: what is typed takes effect after a rest, on Enter, or when the field is left.
   Mantine does the last two. Its own rest would also repeat a value that a link has set, even if
   another link has changed it since. */
import { setProps } from "./dash.mjs";

const REST_MILLISECONDS = 300;
let timer = null;

const isField = ({ target }) => target.matches?.(".field input");
const cancel = () => clearTimeout(timer);

document.addEventListener("input", (typed) => {
  if (!isField(typed)) return;
  cancel();
  const { target } = typed;
  timer = setTimeout(() => setProps(target.id, { value: target.value }), REST_MILLISECONDS);
});
document.addEventListener("focusout", (left) => isField(left) && cancel());
document.addEventListener(
  "keydown",
  (press) => press.key === "Enter" && isField(press) && cancel(),
);
