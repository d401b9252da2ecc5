/* Keys on the network: up and down walk through the dyads, from the most events to the fewest, left
   and right through the actors. */
import { listenToChartKeys } from "./keys.mjs";
import { follow } from "./navigation.mjs";
import { Walk } from "./walk.mjs";
import { gettext } from "./words.mjs";

const order = ({ dataset }) => Number(dataset.order);
const halves = (svg) =>
  [...svg.querySelectorAll("a[data-dyad]")].sort((one, other) => order(one) - order(other));
const nodes = (svg) => [...svg.querySelectorAll("a[data-actor]")];

const at = (place) => gettext("{name}. {number} of {all}. Enter lists its events.", place);
/* A walk goes on from the mark whose events are listed. */
const listed = (name) => () =>
  document.querySelector(`#relations a[data-${name}][aria-current]`)?.dataset[name];
const dyads = new Walk(
  "relations",
  halves,
  { at, end: gettext("No further dyad is in view"), none: gettext("No dyad is in view") },
  listed("dyad"),
);
const actors = new Walk(
  "relations",
  nodes,
  { at, end: gettext("No further actor is in view"), none: gettext("No actor is in view") },
  listed("actor"),
);

const step = (walk, by) => (svg) => {
  (walk === dyads ? actors : dyads).forget();
  walk.step(svg, by);
};

/* List the events of the current mark; without one, show the one where the walk continues. */
function list(svg) {
  const stop = dyads.current(svg) ?? actors.current(svg);
  if (stop) follow(stop.getAttribute("href").slice(1));
  else (actors.first() ? actors : dyads).step(svg, 0);
}

const KEYS = {
  ArrowDown: step(dyads, 1),
  ArrowUp: step(dyads, -1),
  ArrowRight: step(actors, 1),
  ArrowLeft: step(actors, -1),
  Home: (svg) => dyads.toFirst(svg),
  End: (svg) => dyads.toLast(svg),
  Enter: list,
};

listenToChartKeys("relations", KEYS, () => {
  dyads.leave();
  actors.leave();
});
