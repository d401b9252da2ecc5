/* Two periods to compare: after a click on the button, two drags over the strip choose them, or a
   text that names both. */
import { setProps } from "./dash.mjs";
import { byId, element } from "./dom.mjs";
import { drawing, scaleOf } from "./drawing.mjs";
import { follow } from "./navigation.mjs";
import { onEscape } from "./escape.mjs";
import { toX } from "./time_scale.mjs";
import { gettext } from "./words.mjs";

const SVG = "http://www.w3.org/2000/svg";

let chosen = null;

export const isChoosing = () => chosen !== null;

const say = (words) =>
  byId("change-hint").replaceChildren(...(words ? [element("span", {}, words)] : []));

function stop() {
  chosen = null;
  byId("choose-periods").setAttribute("aria-pressed", "false");
  for (const box of document.querySelectorAll("#overview .chosen-period")) box.remove();
  say("");
}

function begin() {
  chosen = [];
  byId("choose-periods").setAttribute("aria-pressed", "true");
  say(gettext("Drag over the first period on the strip above the timeline."));
  const field = element("input", { id: "two-periods", class: "date-field", autocomplete: "off" });
  const words = gettext("Or write both, such as 2023-08/2023-10,2023-11/2024-01:");
  byId("change-hint").append(element("label", {}, words, " ", field));
}

/* Go to two periods as they are written; the server says what is not valid. */
function compare(written) {
  const query = new URLSearchParams(window.location.search);
  query.set("compare", written);
  stop();
  follow(String(query));
}

/* Show the period of a drag that goes on. */
export function showPeriod(lower, upper) {
  const strip = drawing("overview");
  const at = `period-${chosen.length}`;
  let box = strip.querySelector("." + at);
  if (!box) {
    box = document.createElementNS(SVG, "rect");
    box.setAttribute("class", `chosen-period ${at}`);
    const area = strip.querySelector(".plot-area");
    box.setAttribute("height", area.getAttribute("height"));
    area.after(box);
  }
  const [left, right] = [lower, upper].map((second) => toX(scaleOf(strip), second));
  box.setAttribute("x", left);
  box.setAttribute("width", Math.max(2, right - left));
}

/* Keep the period of a drag that has ended; the second one completes the choice. */
export function keepPeriod(lower, upper) {
  chosen.push([lower, upper]);
  if (chosen.length < 2) return say(gettext("Now drag over the second period."));
  const periods = chosen.toSorted(([one], [other]) => one - other);
  stop();
  return setProps("compare", { data: periods });
}

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("#choose-periods")) (isChoosing() ? stop : begin)();
});
document.addEventListener("change", ({ target }) => {
  if (target.id === "two-periods" && target.value.trim()) compare(target.value.trim());
});
onEscape("periods", () => {
  if (!isChoosing()) return false;
  stop();
  return true;
});
