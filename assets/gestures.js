/* Gestures on the charts set controls: the window, the event, or, through a link, the address. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const setProps = (id, props) => dash.set_props(id, props);
  const plot = (id) => document.querySelector("#" + id + " .js-plotly-plot");
  const SHORTEST = 600;

  /* Python: second = lower + x / width * (upper - lower) */
  const toSecond = (meta, x) => meta.lower + (x / meta.width) * (meta.upper - meta.lower);
  const toX = (meta, second) => ((second - meta.lower) / (meta.upper - meta.lower)) * meta.width;

  function shown(graph) {
    const meta = graph.layout.meta;
    return graph.layout.xaxis.range.map((x) => toSecond(meta, x));
  }

  /* What a gesture shows: the window follows once it has come to rest, and a picture of an earlier
     window that arrives in between does not undo it. */
  const REST = 90;
  const KEPT = 700;
  let wanted = null;
  let resting = 0;
  let keeping = 0;

  function forget() {
    clearTimeout(resting);
    clearTimeout(keeping);
    wanted = null;
  }

  function want(lower, upper) {
    forget();
    wanted = [lower, upper];
    showOnStrip(lower, upper);
    resting = setTimeout(() => setProps("window", { data: [lower, upper] }), REST);
    keeping = setTimeout(forget, KEPT);
  }

  function fit() {
    forget();
    setProps("window", { data: null });
  }

  /* The strip's second shape is the window. */
  function showOnStrip(lower, upper) {
    const strip = plot("overview");
    if (!strip?.layout.meta) return;
    const { meta } = strip.layout;
    const inside = (second) => Math.min(meta.width, Math.max(0, toX(meta, second)));
    window.Plotly.relayout(strip, { "shapes[1].x0": inside(lower), "shapes[1].x1": inside(upper) });
  }

  function move(graph, lower, upper) {
    const { meta } = graph.layout;
    window.Plotly.relayout(graph, { "xaxis.range": [toX(meta, lower), toX(meta, upper)] });
  }

  function show(graph, lower, upper) {
    want(lower, Math.max(upper, lower + SHORTEST));
    move(graph, ...wanted);
  }

  function zoom(graph, factor, at = 0.5) {
    const [lower, upper] = wanted || shown(graph);
    const middle = lower + (upper - lower) * at;
    show(graph, middle - (middle - lower) * factor, middle + (upper - middle) * factor);
  }

  function pan(graph, share) {
    const [lower, upper] = wanted || shown(graph);
    show(graph, lower + (upper - lower) * share, upper + (upper - lower) * share);
  }

  /* Only after a drag of its own does Plotly name the ends of the axis one by one. */
  function relayouted(graph, change) {
    if ("xaxis.range[0]" in change) want(...shown(graph));
  }

  /* The server rounds windows to days or minutes, by less than a fiftieth of their span. */
  function keepWanted(graph) {
    if (!wanted) return;
    const [lower, upper] = shown(graph);
    const off = Math.abs(lower - wanted[0]) + Math.abs(upper - wanted[1]);
    if (off > (wanted[1] - wanted[0]) / 50) move(graph, ...wanted);
  }

  function openEvent(id) {
    setProps("event", { data: id });
    if (window.innerWidth < 900) {
      document.getElementById("event-details").scrollIntoView({ block: "nearest" });
    }
  }

  /* Titles are text, which Plotly does not report clicks on: find the one under the pointer. */
  function titleAt(graph, x, y) {
    const ids = graph.layout.meta.titles || [];
    const traces = [...graph.querySelectorAll(".scatterlayer > .trace")];
    const titles = traces.find((trace) => trace.__data__?.[0]?.trace.name === "titles");
    const texts = titles?.querySelectorAll("text") ?? [];
    for (let place = 0; place < texts.length; place += 1) {
      const box = texts[place].getBoundingClientRect();
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return ids[place];
    }
    return undefined;
  }

  function onTimeline(graph) {
    graph.on("plotly_relayout", (change) => relayouted(graph, change));
    graph.on("plotly_relayouting", () => showOnStrip(...shown(graph)));
    graph.on("plotly_afterplot", () => keepWanted(graph));
    graph.on("plotly_click", ({ points }) => points[0]?.customdata && openEvent(points[0].customdata));
    graph.addEventListener("click", (click) => {
      const id = titleAt(graph, click.clientX, click.clientY);
      if (id) openEvent(id);
    });
    graph.addEventListener(
      "wheel",
      (wheel) => {
        if (!wheel.ctrlKey && Math.abs(wheel.deltaY) < Math.abs(wheel.deltaX)) return;
        wheel.preventDefault();
        const box = graph.querySelector(".nsewdrag").getBoundingClientRect();
        const at = Math.min(1, Math.max(0, (wheel.clientX - box.left) / box.width));
        zoom(graph, Math.exp(Math.max(-80, Math.min(80, wheel.deltaY)) / 240), at);
      },
      { passive: false },
    );
    graph.on("plotly_doubleclick", fit);
  }

  /* The strip: drag an end of the window, the window itself, or out a new one. */
  function onOverview(graph) {
    const layer = () => graph.querySelector(".nsewdrag") || graph;
    let drag = null;
    const second = (pointer) => {
      const box = graph.getBoundingClientRect();
      const { meta, margin } = graph.layout;
      return toSecond(meta, pointer.clientX - box.left - margin.l);
    };
    graph.addEventListener("pointerdown", (pointer) => {
      const { meta } = graph.layout;
      const at = second(pointer);
      const near = (10 / meta.width) * (meta.upper - meta.lower);
      const [lower, upper] = meta.window;
      const whole = upper - lower >= (meta.upper - meta.lower) * 0.999;
      if (Math.abs(at - lower) < near) drag = { kind: "lower", lower, upper };
      else if (Math.abs(at - upper) < near) drag = { kind: "upper", lower, upper };
      else if (at > lower && at < upper && !whole) drag = { kind: "move", at, lower, upper };
      else drag = { kind: "new", at, lower: at, upper: at };
      graph.setPointerCapture(pointer.pointerId);
      pointer.preventDefault();
    });
    graph.addEventListener("pointermove", (pointer) => {
      if (!drag) return;
      const at = second(pointer);
      const moved = { ...drag };
      if (drag.kind === "lower") moved.lower = at;
      if (drag.kind === "upper") moved.upper = at;
      if (drag.kind === "new") [moved.lower, moved.upper] = [Math.min(drag.at, at), Math.max(drag.at, at)];
      if (drag.kind === "move") {
        moved.lower = drag.lower + at - drag.at;
        moved.upper = drag.upper + at - drag.at;
      }
      drag.now = [Math.min(moved.lower, moved.upper), Math.max(moved.lower, moved.upper)];
      const timeline = plot("timeline");
      if (timeline && drag.now[1] - drag.now[0] > SHORTEST) show(timeline, ...drag.now);
    });
    const finish = () => (drag = null);
    graph.addEventListener("pointerup", finish);
    graph.addEventListener("pointercancel", finish);
    layer().style.cursor = "ew-resize";
  }

  function onRelations(graph) {
    graph.on("plotly_click", ({ points }) => {
      if (points[0]?.customdata !== undefined) window.timeline.follow(points[0].customdata);
    });
  }

  const KEYS = {
    ArrowLeft: (graph) => pan(graph, -0.2),
    ArrowRight: (graph) => pan(graph, 0.2),
    "+": (graph) => zoom(graph, 0.6),
    "=": (graph) => zoom(graph, 0.6),
    "-": (graph) => zoom(graph, 1 / 0.6),
    Home: () => fit(),
  };

  document.addEventListener("keydown", (key) => {
    const graph = plot("timeline");
    if (!graph || key.metaKey || key.ctrlKey || key.altKey) return;
    if (key.key === "Escape" && !key.target.closest("input, [role='dialog'], [role='listbox']")) {
      const close = document.querySelector(".card-close");
      if (close) close.click();
    }
    if (key.target.closest(".figure-timeline") && KEYS[key.key]) {
      key.preventDefault();
      KEYS[key.key](graph);
    }
    if (key.key === "/" && !key.target.closest("input, textarea")) {
      key.preventDefault();
      document.getElementById("text-filter").focus();
    }
    const row = key.target.closest?.("#event-list .row");
    if (row && (key.key === "ArrowDown" || key.key === "ArrowUp")) {
      const next = key.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      key.preventDefault();
      next?.querySelector("a")?.focus();
    }
  });

  document.addEventListener("click", (click) => {
    if (click.target.closest?.("a[href^='?']")) forget();
    const button = click.target.closest?.("[data-zoom]");
    const graph = plot("timeline");
    if (!button || !graph) return;
    if (button.dataset.zoom === "fit") fit();
    else zoom(graph, button.dataset.zoom === "in" ? 0.6 : 1 / 0.6);
  });

  window.addEventListener("popstate", forget);

  /* Dash draws a chart when it is ready: wait for each once. */
  const listeners = { timeline: onTimeline, overview: onOverview, relations: onRelations };
  const heard = new WeakSet();
  function attach() {
    for (const [id, listen] of Object.entries(listeners)) {
      const graph = plot(id);
      if (graph && graph.on && !heard.has(graph)) {
        heard.add(graph);
        listen(graph);
      }
    }
  }
  new MutationObserver(attach).observe(document.documentElement, { childList: true, subtree: true });

  window.timeline = { ...window.timeline, openEvent };
})();
