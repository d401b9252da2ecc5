/* Clicks on the network: each node and each edge is a link to a selection. */
import { onMarkClick, whenDrawn } from "./chart.mjs";
import { follow } from "./navigation.mjs";

whenDrawn("relations", (graph) => {
  onMarkClick(graph, ([query]) => query !== undefined && follow(query));
});
