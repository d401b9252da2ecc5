/* Presets: the month, quarter or year in the middle of the window, or else of the last event. */
import { drawing } from "./drawing.mjs";
import { calendarUnit } from "./time_scale.mjs";
import { isWhole, show, shownWindow, wholeSpan } from "./time_window.mjs";

const MONTHS = { month: 1, quarter: 3, year: 12 };

document.addEventListener("click", ({ target }) => {
  const chosen = target.closest?.("[data-preset]");
  if (!chosen) return;
  const svg = drawing("timeline");
  const shown = shownWindow(svg);
  const at = isWhole(shown) ? wholeSpan().last : (shown[0] + shown[1]) / 2;
  show(svg, ...calendarUnit(at, MONTHS[chosen.dataset.preset]));
});
