/* The address bar: links set the address, the query that the server wrote goes into the URL.
   Python's Selection.to_query is the only place where a query is written. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const setProps = (id, props) => dash.set_props(id, props);

  function address() {
    return { query: window.location.search.slice(1) };
  }

  const at = (query) => window.location.pathname + (query ? "?" + query : "");

  let written = null;
  let told = null;

  function follow(query) {
    written = query;
    window.history.pushState(null, "", at(query));
    setProps("address", { data: address() });
  }

  function start() {
    /* A jump within the page, such as the skip link's, is a popstate too, and changes nothing. */
    window.addEventListener("popstate", () => {
      if (window.location.search.slice(1) !== written) setProps("address", { data: address() });
    });
    document.addEventListener("click", (click) => {
      const link = click.target.closest?.("a[href^='?']");
      const modified = click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
      if (!link || modified) return;
      click.preventDefault();
      follow(link.getAttribute("href").slice(1));
    });
    told = address().query;
    return [address(), told];
  }

  /* Opening an event makes an entry in the history; any other change replaces the current one. */
  function write(query) {
    written = query;
    const eventOf = (text) => new URLSearchParams(text).get("event");
    const now = window.location.search.slice(1);
    if (query === now) return;
    const opened = eventOf(query) && eventOf(query) !== eventOf(now);
    window.history[opened ? "pushState" : "replaceState"](null, "", at(query));
  }

  /* The charts show a selection: write its address, and once they are painted let the rest follow. */
  function painted(query) {
    write(query);
    if (query === told) return;
    told = query;
    requestAnimationFrame(() => setTimeout(() => setProps("shown", { data: told })));
  }

  document.addEventListener("click", async (click) => {
    const button = click.target.closest?.("#copy-link");
    if (!button) return;
    let said = "Copied";
    try {
      await navigator.clipboard.writeText(window.location.href);
    } catch {
      said = "Copy it from the address bar";
    }
    button.textContent = said;
    setTimeout(() => (button.textContent = "Copy link"), 2000);
  });

  dash.navigation = { start };
  window.timeline = { ...window.timeline, follow, painted };
})();
