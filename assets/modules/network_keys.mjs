/* Keys on the network: arrows walk through the dyads, from the most events to the fewest. */
import { pointAt, traceOf } from "./chart.mjs";
import { listenToChartKeys } from "./keys.mjs";
import { byId } from "./dom.mjs";
import { follow } from "./navigation.mjs";

/* Position of the current dyad in the walk, or -1, and the query that lists its events. */
let reached = -1;
let query = "";

const say = (words) => (byId("relations-announcer").textContent = words);

function walk(graph, step) {
  // The custom data of a dyad: [query, number of events, words].
  const { curveNumber, customdata } = traceOf(graph, "edges");
  const order = customdata.map((_, number) => number);
  order.sort((one, other) => customdata[other][1] - customdata[one][1] || one - other);
  if (!order.length) return say("No dyad is in view");
  reached = (reached + step + order.length + (reached < 0 && step < 0)) % order.length;
  const pointNumber = order[reached];
  pointAt(graph, curveNumber, pointNumber);
  const words = customdata[pointNumber][2];
  query = customdata[pointNumber][0];
  return say(`${words}. ${reached + 1} of ${order.length}. Enter lists its events.`);
}

const KEYS = {
  ArrowDown: (graph) => walk(graph, 1),
  ArrowUp: (graph) => walk(graph, -1),
  Enter: () => reached >= 0 && follow(query),
};

listenToChartKeys("relations", KEYS, () => (reached = -1));
