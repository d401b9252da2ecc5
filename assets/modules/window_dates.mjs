/* The fields of the first and the last day in view: they show the window, and set it as a link does.
   A text that is not a date stays, with the reason that the server has drawn for it. */
import { byId } from "./dom.mjs";
import { drawing } from "./drawing.mjs";
import { whenDrawn } from "./markup.mjs";
import { follow } from "./navigation.mjs";

const ENDS = ["from", "to"];

/* The day of a second as EDTF; a year that it cannot express is left out. */
export function dayOf(second) {
  const date = new Date(1000 * second);
  if (Number.isNaN(date.getTime()) || Math.abs(date.getUTCFullYear()) > 9999) return "";
  return date.toISOString().split("T")[0].replace(/^-00/, "-");
}

function fill() {
  const svg = drawing("timeline");
  if (!svg || !byId("window-from")) return;
  const query = new URLSearchParams(svg.dataset.query);
  const days = { from: dayOf(Number(svg.dataset.lower)), to: dayOf(svg.dataset.upper - 1) };
  for (const end of ENDS) {
    const field = byId(`window-${end}`);
    const problem = byId(`window-${end}-problem`);
    field.placeholder = days[end];
    field.setAttribute("aria-invalid", Boolean(problem));
    field.setAttribute("aria-describedby", [problem?.id, "window-format"].join(" ").trim());
    if (field === document.activeElement) continue;
    field.value = problem?.dataset.value ?? query.get(end) ?? "";
  }
}
whenDrawn("timeline", fill);
whenDrawn("window-problem", fill);
whenDrawn("window-dates", fill);

document.addEventListener("change", ({ target }) => {
  if (!target.closest?.("#window-dates")) return;
  const query = new URLSearchParams(window.location.search);
  for (const end of ENDS) {
    const written = byId(`window-${end}`).value.trim();
    if (written) query.set(end, written);
    else query.delete(end);
  }
  follow(String(query));
});
