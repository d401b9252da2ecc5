/* The keyboard: on the timeline arrows pan and walk the events in time order; keys for the page. */
"use strict";
(function () {
  const timeline = () => window.timeline.plot("timeline");
  const byId = (id) => document.getElementById(id);

  /* The event that the walk has come to; it outlives a new picture. */
  let walked = null;

  /* The first mark of each event that is drawn singly in view, in order of time. */
  function stops(graph) {
    const curveNumber = graph.data.findIndex((trace) => trace.name === "marks");
    const { x, customdata, meta } = graph.data[curveNumber];
    const first = new Map();
    customdata.forEach(([id, number], pointNumber) => {
      const inView = x[pointNumber] >= 0 && x[pointNumber] <= graph.layout.meta.width;
      if (inView && !first.has(id)) {
        first.set(id, { id, x: x[pointNumber], curveNumber, pointNumber, said: meta[number] });
      }
    });
    return [...first.values()].sort((one, other) => one.x - other.x);
  }

  const inWords = (html) =>
    new DOMParser().parseFromString(html.replaceAll(/:(<\/b>)?<br>|<\/b>:<br>/g, ": ").replaceAll("<br>", ". "), "text/html").body.textContent;
  const say = (words) => (byId("timeline-announcer").textContent = words);

  function walk(graph, step) {
    const all = stops(graph);
    const open = new URLSearchParams(window.location.search).get("event");
    let at = all.findIndex(({ id }) => id === (walked ?? open));
    at = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    if (!all[at]) {
      say(all.length ? "No further event is drawn here: pan, or zoom in" : "Too many events to step through: zoom in");
      return;
    }
    const { id, curveNumber, pointNumber, said } = all[at];
    walked = id;
    window.Plotly.Fx.hover(graph, [{ curveNumber, pointNumber }]);
    say(`${inWords(said)}. ${at + 1} of ${all.length}. Enter opens it.`);
  }

  function enter() {
    if (walked) window.timeline.openEvent(walked);
  }

  const KEYS = {
    ArrowLeft: (graph) => window.timeline.pan(graph, -0.2),
    ArrowRight: (graph) => window.timeline.pan(graph, 0.2),
    ArrowDown: (graph) => walk(graph, 1),
    ArrowUp: (graph) => walk(graph, -1),
    Enter: enter,
    "+": (graph) => window.timeline.zoom(graph, 0.6),
    "=": (graph) => window.timeline.zoom(graph, 0.6),
    "-": (graph) => window.timeline.zoom(graph, 1 / 0.6),
    Home: () => window.timeline.fit(),
  };

  /* In the network the dyads are walked from the most events to the fewest. */
  const network = () => window.timeline.plot("relations");
  let dyad = -1;

  function walkDyads(graph, step) {
    const curveNumber = graph.data.findIndex((trace) => trace.name === "edges");
    const { customdata } = graph.data[curveNumber]; // [query, number of events, words] of each dyad
    const order = customdata.map((_, at) => at).sort((a, b) => customdata[b][1] - customdata[a][1] || a - b);
    const heard = byId("relations-announcer");
    if (!order.length) return (heard.textContent = "No dyad is in view");
    dyad = (dyad + step + order.length + (dyad < 0 && step < 0)) % order.length;
    const pointNumber = order[dyad];
    window.Plotly.Fx.hover(graph, [{ curveNumber, pointNumber }]);
    const [query, , words] = customdata[pointNumber];
    heard.dataset.query = query;
    return (heard.textContent = `${words}. ${dyad + 1} of ${order.length}. Enter lists its events.`);
  }

  const NETWORK_KEYS = {
    ArrowDown: (graph) => walkDyads(graph, 1),
    ArrowUp: (graph) => walkDyads(graph, -1),
    Enter: () => dyad >= 0 && window.timeline.follow(byId("relations-announcer").dataset.query),
  };

  function alongList(row, forward) {
    const next = forward ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector("a")?.focus();
  }

  document.addEventListener("keydown", (key) => {
    const { target } = key;
    if (key.metaKey || key.ctrlKey || key.altKey || !target.closest) return;
    if (key.key === "Escape" && !target.closest("input, [role='dialog'], [role='listbox']")) {
      document.querySelector(".card-close")?.click();
    }
    if (target.closest(".figure-timeline") && KEYS[key.key] && timeline()) {
      key.preventDefault();
      KEYS[key.key](timeline());
    }
    if (target.closest(".figure-relations") && NETWORK_KEYS[key.key] && network()) {
      key.preventDefault();
      NETWORK_KEYS[key.key](network());
    }
    if (key.key === "/" && !target.closest("input, textarea")) {
      key.preventDefault();
      byId("text-filter").focus();
    }
    const row = target.closest("#event-list .row");
    if (row && (key.key === "ArrowDown" || key.key === "ArrowUp")) {
      key.preventDefault();
      alongList(row, key.key === "ArrowDown");
    }
  });

  document.addEventListener("focusout", ({ target }) => {
    if (target.matches?.(".figure-relations") && network()) {
      dyad = -1;
      window.Plotly.Fx.unhover(network());
    }
    if (!target.matches?.(".figure-timeline")) return;
    walked = null;
    if (timeline()) window.Plotly.Fx.unhover(timeline());
  });
})();
