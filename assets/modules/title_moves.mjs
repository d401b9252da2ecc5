/* Titles that change their place in a new drawing move there in a short transition. */

const DURATION = 160;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

let places = new Map();

/* Move each title from the place that it had in the drawing before. */
export function moveTitles(svg) {
  const titles = [...svg.querySelectorAll(".title[data-event]")];
  const boxes = titles.map((title) => title.getBoundingClientRect());
  const before = places;
  places = new Map(titles.map(({ dataset }, k) => [dataset.event, boxes[k]]));
  if (calm.matches) return;
  // All boxes are read before the first movement, which would make the browser lay out again.
  titles.forEach((title, k) => {
    const old = before.get(title.dataset.event);
    if (!old) return;
    const [across, down] = [old.left - boxes[k].left, old.top - boxes[k].top];
    if (Math.abs(across) + Math.abs(down) < 2) return;
    title.firstElementChild?.animate(
      [{ transform: `translate(${across}px, ${down}px)` }, { transform: "none" }],
      { duration: DURATION, easing: "ease-out" },
    );
  });
}
