/* Gestures on the charts set controls: the window, the event, or, through a link, the address. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const setProps = (id, props) => dash.set_props(id, props);
  const plot = (id) => document.querySelector("#" + id + " .js-plotly-plot");
  /* Seconds: the shortest window, and the span from which Python's Window is one of whole days. */
  const SHORTEST = 600;
  const ROUNDED_TO_DAYS = 60 * 86400;

  /* Python: second = lower + x / width * (upper - lower) */
  const toSecond = (meta, x) => meta.lower + (x / meta.width) * (meta.upper - meta.lower);
  const toX = (meta, second) => ((second - meta.lower) / (meta.upper - meta.lower)) * meta.width;

  function shown(graph) {
    const meta = graph.layout.meta;
    return graph.layout.xaxis.range.map((x) => toSecond(meta, x));
  }

  /* What a gesture shows. The window follows a step at once and a movement when it rests, and a
     picture of an earlier window that arrives in between does not undo it. In milliseconds: how long
     a movement rests, how long a step waits for the server, how long an earlier picture may come. */
  const REST = 90;
  const PATIENCE = 80;
  const KEPT = 700;
  let wanted = null;
  let untold = null;
  let resting = 0;
  let keeping = 0;
  let lastMoved = -Infinity;

  /* Not Plotly.relayout: Dash takes its event for a new figure, and draws all of it once more. */
  const relayout = (graph, change) => window.Plotly.update(graph, {}, change);

  function forget() {
    clearTimeout(resting);
    clearTimeout(keeping);
    wanted = untold = null;
  }

  /* A hand takes over: what was wanted before it is told at once, and holds it back no more. */
  function release() {
    untold?.();
    forget();
  }

  /* Returns whether the server heard of it at once, as of a single step; of the further steps of a
     movement it hears when they rest. */
  function want(lower, upper) {
    forget();
    wanted = [lower, upper];
    const now = performance.now();
    const isStep = now - lastMoved > REST;
    lastMoved = now;
    untold = () => {
      untold = null;
      setProps("window", { data: [lower, upper] });
    };
    if (isStep) untold();
    else resting = setTimeout(untold, REST);
    keeping = setTimeout(forget, KEPT);
    return isStep;
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
    relayout(strip, { "shapes[1].x0": inside(lower), "shapes[1].x1": inside(upper) });
  }

  function move(graph, lower, upper) {
    const { meta } = graph.layout;
    relayout(graph, { "xaxis.range": [toX(meta, lower), toX(meta, upper)] });
  }

  /* The browser moves what it has at once during a movement, and after a step only where the server
     keeps it waiting: to draw twice takes longer. */
  let frame = 0;
  let late = 0;
  function show(graph, lower, upper) {
    const isStep = want(lower, Math.max(upper, lower + SHORTEST));
    const preview = () => {
      frame = 0;
      if (!wanted) return;
      move(graph, ...wanted);
      showOnStrip(...wanted);
    };
    clearTimeout(late);
    if (isStep) late = setTimeout(preview, PATIENCE);
    else frame ||= requestAnimationFrame(preview);
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

  /* A click on a lane's histogram shows the stretch of time of the bar under the pointer. */
  function zoomIntoBin(graph, click) {
    const { bins, width } = graph.layout.meta;
    const box = graph.querySelector(".nsewdrag").getBoundingClientRect();
    const [x, y] = [click.clientX - box.left, click.clientY - box.top];
    const above = graph._fullLayout.yaxis.l2p(0);
    if (!bins || x < 0 || x >= width || y < above || y > box.height) return;
    // Where no zoom parts them any more, the list has them all.
    if (graph.layout.meta.upper - graph.layout.meta.lower <= SHORTEST) {
      document.getElementById("event-list").focus();
      return;
    }
    const bin = Math.floor((x * bins) / width);
    const [lower, upper] = [bin, bin + 1].map((edge) => toSecond(graph.layout.meta, (edge * width) / bins));
    // Whole days or minutes around the bar, and over its very edges: all it counts stands inside.
    const unit = upper - lower >= ROUNDED_TO_DAYS ? 86400 : 60;
    show(graph, Math.floor((lower - 0.5) / unit) * unit, Math.ceil((upper + 0.5) / unit) * unit);
  }

  function onTimeline(graph) {
    graph.on("plotly_relayout", (change) => relayouted(graph, change));
    graph.on("plotly_relayouting", () => showOnStrip(...shown(graph)));
    let drawn = null;
    graph.on("plotly_afterplot", () => {
      keepWanted(graph);
      // A movement redraws the same figure; only one of the server tells of a selection.
      if (!graph.layout.meta || graph.layout.meta === drawn) return;
      drawn = graph.layout.meta;
      clearTimeout(late);
      window.timeline.painted(drawn.query);
    });
    let opened = -Infinity;
    graph.on("plotly_click", ({ event, points }) => {
      const [id] = points[0]?.customdata ?? [];
      if (!id) return;
      opened = event?.timeStamp ?? performance.now();
      openEvent(id);
    });
    let pressed = [0, 0];
    graph.addEventListener(
      "pointerdown",
      (down) => {
        pressed = [down.clientX, down.clientY];
        release();
      },
      true,
    );
    graph.addEventListener("click", (click) => {
      const dragged = Math.hypot(click.clientX - pressed[0], click.clientY - pressed[1]) > 4;
      if (dragged || click.timeStamp - opened < 60) return;
      const id = titleAt(graph, click.clientX, click.clientY);
      if (id) openEvent(id);
      else zoomIntoBin(graph, click);
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
      const [lower, upper] = wanted || meta.window;
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
      const [query] = points[0]?.customdata ?? [];
      if (query !== undefined) window.timeline.follow(query);
    });
  }

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

  window.timeline = { ...window.timeline, fit, move, openEvent, pan, plot, release, show, zoom };
  window.timeline.shown = (graph) => wanted || shown(graph);
})();
