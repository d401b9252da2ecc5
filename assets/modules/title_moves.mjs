/* Titles that change their place in a new drawing move there in a short transition. */

const DURATION = 160;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

let places = new Map();

/* Move each title from the place that it had in the drawing before. */
export function moveTitles(svg) {
  const before = places;
  places = new Map();
  for (const title of svg.querySelectorAll(".title[data-event]")) {
    const box = title.getBoundingClientRect();
    places.set(title.dataset.event, [box.left, box.top]);
    const old = before.get(title.dataset.event);
    if (!old || calm.matches) continue;
    const [across, down] = [old[0] - box.left, old[1] - box.top];
    if (Math.abs(across) + Math.abs(down) < 2) continue;
    title.firstElementChild?.animate(
      [{ transform: `translate(${across}px, ${down}px)` }, { transform: "none" }],
      { duration: DURATION, easing: "ease-out" },
    );
  }
}
