/* Presets: the month, quarter or year in the middle of the window, or else of the last event. */
import { chart } from "./chart.mjs";
import { calendarUnit } from "./time_scale.mjs";
import { isWhole, show, shownWindow, wholeSpan } from "./time_window.mjs";

const MONTHS = { month: 1, quarter: 3, year: 12 };

document.addEventListener("click", ({ target }) => {
  const chosen = target.closest?.("[data-preset]");
  if (!chosen) return;
  const graph = chart("timeline");
  const shown = shownWindow(graph);
  const at = isWhole(shown) ? wholeSpan().last : (shown[0] + shown[1]) / 2;
  show(graph, ...calendarUnit(at, MONTHS[chosen.dataset.preset]));
});
