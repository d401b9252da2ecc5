/* The address bar: links set the address, and the server's query is written into the URL. Queries
   are written only by Selection.to_query in Python. */
import { provide, setProps } from "./dash.mjs";

const query = () => window.location.search.slice(1);
const address = () => ({ query: query() });
const at = (asked) => window.location.pathname + (asked ? "?" + asked : "");

/* The query that this page last wrote into the URL, and the query that list and card show. */
let written = null;
let shown = null;

/* A query in the language of the page: a link that only clears or chooses filters does not name it. */
function spoken(asked) {
  const lang = new URLSearchParams(query()).get("lang");
  if (!lang || new URLSearchParams(asked).has("lang")) return asked;
  return [asked, `lang=${lang}`].filter(Boolean).join("&");
}

/* Go to the selection of a query, as a link does. */
export function follow(asked) {
  written = spoken(asked);
  window.history.pushState(null, "", at(written));
  setProps("address", { data: address() });
}

function start() {
  // A jump within the page, such as that of the skip link, is a popstate too; it changes nothing.
  window.addEventListener("popstate", () => {
    if (query() !== written) setProps("address", { data: address() });
  });
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.("a[href^='?']:not([hreflang])");
    const isModified =
      click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
    if (!link || isModified) return;
    click.preventDefault();
    follow(link.getAttribute("href").slice(1));
  });
  shown = query();
  return [address(), shown];
}

const eventOf = (asked) => new URLSearchParams(asked).get("event");

/* Opening an event adds an entry to the history; any other change replaces the current entry. */
function write(asked) {
  written = asked;
  const now = query();
  if (asked === now) return;
  const isOpened = eventOf(asked) && eventOf(asked) !== eventOf(now);
  window.history[isOpened ? "pushState" : "replaceState"](null, "", at(asked));
}

/* The charts show a selection: write its address, and update list and card after the painting. */
export function painted(asked) {
  write(asked);
  if (asked === shown) return;
  shown = asked;
  requestAnimationFrame(() => setTimeout(() => setProps("shown", { data: shown })));
}

/* Choices whose options are queries. */
document.addEventListener("change", ({ target }) => {
  if (target.matches?.("select[data-follow]")) follow(target.value);
});

provide("navigation", { start });
