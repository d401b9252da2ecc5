/* Moving through time: presets of calendar units, play, and two fingers. All of them set the window. */
"use strict";
(function () {
  const { fit, move, plot, release, show, shown } = window.timeline;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const MONTHS = { month: 1, quarter: 3, year: 12 };
  const SHOWN_MILLISECONDS = { slow: 2400, normal: 1200, fast: 600 };
  const SLIDE_MILLISECONDS = 300;
  const PARTS = 12;

  const strip = () => plot("overview").layout.meta;
  const isWhole = ([lower, upper]) => upper - lower >= 0.97 * (strip().upper - strip().lower);

  /* Seconds at the first of a month in UTC; `Date.UTC` would take the year 99 for 1999. */
  function firstOf(year, month) {
    const date = new Date(0);
    date.setUTCFullYear(year, month, 1);
    return date.getTime() / 1000;
  }

  /* The calendar month, quarter or year in view, or, where all is in view, that of the last event. */
  function preset(name) {
    const graph = plot("timeline");
    const [lower, upper] = shown(graph);
    const at = new Date(1000 * (isWhole([lower, upper]) ? strip().last : (lower + upper) / 2));
    const months = MONTHS[name];
    const [year, month] = [at.getUTCFullYear(), Math.floor(at.getUTCMonth() / months) * months];
    show(graph, firstOf(year, month), firstOf(year, month + months));
  }

  let playing = 0;

  function stop() {
    clearTimeout(playing);
    playing = 0;
    const button = document.getElementById("play");
    button.textContent = "▶ Play";
    button.setAttribute("aria-pressed", "false");
  }

  const speed = () => {
    const chosen = document.querySelector("#play-speed input:checked")?.value;
    const wait = SHOWN_MILLISECONDS[chosen] ?? SHOWN_MILLISECONDS.normal;
    return calm.matches ? Math.max(wait, SHOWN_MILLISECONDS.normal) : wait;
  };

  /* The picture slides to the next stretch; for those who asked for less motion it changes at once. */
  function slide([from, to], [lower, upper]) {
    if (calm.matches) return show(plot("timeline"), lower, upper);
    release();
    const begun = performance.now();
    const frame = (now) => {
      if (!playing) return;
      const share = Math.min(1, (now - begun) / SLIDE_MILLISECONDS);
      if (share === 1) return show(plot("timeline"), lower, upper);
      move(plot("timeline"), from + (lower - from) * share, to + (upper - to) * share);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  function step() {
    const [lower, upper] = shown(plot("timeline"));
    if (upper >= strip().last) return stop();
    slide([lower, upper], [upper, upper + (upper - lower)]);
    playing = setTimeout(step, speed());
  }

  /* From where the window is; from the beginning in twelve steps where all is in view. */
  function play() {
    const button = document.getElementById("play");
    button.textContent = "❚❚ Pause";
    button.setAttribute("aria-pressed", "true");
    const { lower, upper, last } = strip();
    const now = shown(plot("timeline"));
    if (isWhole(now) || now[1] >= last) {
      const span = isWhole(now) ? (upper - lower) / PARTS : now[1] - now[0];
      show(plot("timeline"), lower, lower + span);
    }
    playing = setTimeout(step, speed());
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest?.("#play")) return playing ? stop() : play();
    const chosen = target.closest?.("[data-preset]");
    if (chosen) preset(chosen.dataset.preset);
    if (playing && target.closest?.("a[href^='?'], [data-preset], [data-zoom]")) stop();
    return undefined;
  });
  const hands = (event) => {
    if (playing && event.target.closest?.(".figure")) stop();
  };
  for (const kind of ["pointerdown", "wheel", "keydown"]) {
    document.addEventListener(kind, hands, { capture: true, passive: true });
  }

  /* Two fingers keep the instants under them. Plotly would take the first of them for a drag. */
  let pinch = null;
  const chart = ({ target }) => target.closest?.(".figure-timeline") && plot("timeline");
  const share = (graph, touch) => {
    const box = graph.querySelector(".nsewdrag").getBoundingClientRect();
    return (touch.clientX - box.left) / box.width;
  };
  const LISTENING = { capture: true, passive: false };
  document.addEventListener(
    "touchstart",
    (touch) => {
      const graph = chart(touch);
      if (!graph || touch.touches.length !== 2) return;
      const [lower, upper] = shown(graph);
      pinch = [...touch.touches].map((finger) => lower + share(graph, finger) * (upper - lower));
      touch.preventDefault();
      touch.stopPropagation();
    },
    LISTENING,
  );
  document.addEventListener(
    "touchmove",
    (touch) => {
      const graph = chart(touch);
      if (!pinch || !graph || touch.touches.length !== 2) return;
      touch.preventDefault();
      touch.stopPropagation();
      const [one, other] = [...touch.touches].map((finger) => share(graph, finger));
      if (Math.abs(other - one) < 0.02) return;
      const span = (pinch[1] - pinch[0]) / (other - one);
      if (span > 0) show(graph, pinch[0] - one * span, pinch[0] + (1 - one) * span);
    },
    LISTENING,
  );
  const end = (touch) => {
    if (touch.touches.length < 2) pinch = null;
  };
  document.addEventListener("touchend", end, { capture: true });
  document.addEventListener("touchcancel", end, { capture: true });

  window.timeline = { ...window.timeline, preset, fit };
})();
