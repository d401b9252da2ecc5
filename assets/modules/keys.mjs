/* Key presses on the page, and on the chart that has the focus. */
import { drawing } from "./drawing.mjs";
import { hideTip } from "./tips.mjs";

const isWithModifier = (press) => press.metaKey || press.ctrlKey || press.altKey;

/* Call `act` with each key press without a modifier key. */
export function onPlainKey(act) {
  document.addEventListener("keydown", (press) => {
    if (!isWithModifier(press) && press.target.closest) act(press);
  });
}

/* Listen to the keys of a chart; when it loses the focus, hide the tooltip and call `leave`. */
export function listenToChartKeys(id, keys, leave) {
  const figure = `.figure-${id}`;
  onPlainKey((press) => {
    const svg = press.target.closest(figure) && drawing(id);
    if (!svg || !keys[press.key]) return;
    press.preventDefault();
    keys[press.key](svg);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (!target.matches?.(figure)) return;
    leave();
    hideTip();
  });
}
