/* Live reload: ask for the revision while the page is seen, and pass on a new one. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  let asking = false;

  async function poll(_ticks, known) {
    if (asking || window.timeline.saving || document.visibilityState !== "visible") return dash.no_update;
    asking = true;
    try {
      const answer = await fetch("api/revision", { cache: "no-store" });
      const { revision } = await answer.json();
      return revision === known ? dash.no_update : revision;
    } catch {
      return dash.no_update;
    } finally {
      asking = false;
    }
  }

  dash.reload = { poll };
})();
