/* What the server must know of this browser: the room for the charts, the colour scheme, and how
   wide its font is. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const setProps = (id, props) => dash.set_props(id, props);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  function scheme() {
    return document.documentElement.getAttribute("data-mantine-color-scheme") === "dark"
      ? "dark"
      : "light";
  }

  function fontScale() {
    const probe = document.getElementById("text-probe").dataset;
    const context = document.createElement("canvas").getContext("2d");
    const family = window.getComputedStyle(document.body).fontFamily;
    context.font = probe.size + "px " + family;
    return context.measureText(probe.reference).width / Number(probe.width);
  }

  let relations = 0;
  function measure() {
    const width = (name) => Math.floor(document.querySelector(name).clientWidth);
    // While something else is shown, which may be wider, the network keeps its room.
    const isShown = !document.getElementById("relations-network").hidden;
    if (isShown || !relations) relations = width(".relations .panel-head");
    return {
      width: width(".figure-timeline"),
      relations,
      scheme: scheme(),
      scale: Math.round(fontScale() * 1000) / 1000,
    };
  }

  let last = "";
  function update() {
    const now = measure();
    if (JSON.stringify(now) === last) return;
    last = JSON.stringify(now);
    setProps("viewport", { data: now });
  }

  function start() {
    let waiting = 0;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(update, 120);
    };
    new ResizeObserver(later).observe(document.querySelector(".figure-timeline"));
    new MutationObserver(update).observe(document.documentElement, {
      attributeFilter: ["data-mantine-color-scheme"],
    });
    const now = measure();
    last = JSON.stringify(now);
    return now;
  }

  function view(chosen) {
    if (chosen === "network") setTimeout(update, 60);
    return [chosen !== "network", chosen === "network"];
  }

  /* "auto" follows the system, also when the system changes its mind. */
  let wanted = "auto";
  const resolve = () => (wanted === "auto" ? (dark.matches ? "dark" : "light") : wanted);
  dark.addEventListener("change", () => setProps("provider", { forceColorScheme: resolve() }));
  function apply(value) {
    wanted = value || "auto";
    return resolve();
  }

  dash.viewport = { start, view };
  dash.theme = { apply };
})();
