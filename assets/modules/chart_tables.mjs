/* The charts as tables: the server draws a table only while it is unfolded. */
import { noUpdate, provide, setProps } from "./dash.mjs";

const OPEN = "details.chart-table[open]";

let query = "";
const unfolded = () => [...document.querySelectorAll(OPEN)].map(({ dataset }) => dataset.table);

function ask(shown) {
  query = shown ?? "";
  const charts = unfolded();
  return charts.length ? { query, charts } : noUpdate();
}

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.matches?.(OPEN)) setProps("unfolded", { data: { query, charts: unfolded() } });
  },
  { capture: true },
);

provide("chart_tables", { ask });
