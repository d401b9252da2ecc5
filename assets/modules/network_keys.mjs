/* Keys on the network: arrows walk through the dyads, from the most events to the fewest. */
import { listenToChartKeys } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { mark, unmark } from "./linking.mjs";
import { follow } from "./navigation.mjs";
import { showTip } from "./tips.mjs";

/* Position of the current dyad in the walk, or -1, and the query that lists its events. */
let reached = -1;
let query = "";

const say = (words) => (byId("relations-announcer").textContent = words);

function walk(svg, step) {
  const edges = [...svg.querySelectorAll("a[data-dyad]")];
  const order = ({ dataset }) => Number(dataset.order ?? 0);
  edges.sort((one, other) => order(one) - order(other));
  if (!edges.length) return say("No dyad is in view");
  reached = (reached + step + edges.length + (reached < 0 && step < 0)) % edges.length;
  const edge = edges[reached];
  mark(edge);
  showTip(edge);
  query = edge.getAttribute("href").slice(1);
  const words = edge.getAttribute("aria-label");
  return say(`${words}. ${reached + 1} of ${edges.length}. Enter lists its events.`);
}

const KEYS = {
  ArrowDown: (svg) => walk(svg, 1),
  ArrowUp: (svg) => walk(svg, -1),
  Enter: () => reached >= 0 && follow(query),
};

listenToChartKeys("relations", KEYS, () => {
  reached = -1;
  unmark();
});
