/* The address bar: links set the address, and the query that the server wrote goes into the URL.
   Python's Selection.to_query is the only place where a query is written. */
import { provide, setProps } from "./dash.mjs";

const query = () => window.location.search.slice(1);
const address = () => ({ query: query() });
const at = (asked) => window.location.pathname + (asked ? "?" + asked : "");

/* The query that this page last put into the URL, and the one that the rest of the page shows. */
let written = null;
let shown = null;

/* Go to the selection of a query, as a link does. */
export function follow(asked) {
  written = asked;
  window.history.pushState(null, "", at(asked));
  setProps("address", { data: address() });
}

function start() {
  /* A jump within the page, such as the skip link's, is a popstate too, and changes nothing. */
  window.addEventListener("popstate", () => {
    if (query() !== written) setProps("address", { data: address() });
  });
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.("a[href^='?']");
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

/* Opening an event makes an entry in the history; any other change replaces the current one. */
function write(asked) {
  written = asked;
  const now = query();
  if (asked === now) return;
  const isOpened = eventOf(asked) && eventOf(asked) !== eventOf(now);
  window.history[isOpened ? "pushState" : "replaceState"](null, "", at(asked));
}

/* The charts show a selection: write its address, and once they are painted let the rest follow. */
export function painted(asked) {
  write(asked);
  if (asked === shown) return;
  shown = asked;
  requestAnimationFrame(() => setTimeout(() => setProps("shown", { data: shown })));
}

/* A choice whose options are addresses. */
document.addEventListener("change", ({ target }) => {
  if (target.matches?.("select[data-follow]")) follow(target.value);
});

provide("navigation", { start });
