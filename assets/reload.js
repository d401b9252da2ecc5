/* Live reload: ask for the revision while the page is seen, and pass on a new one. */
"use strict";
(function () {
  const { no_update: noUpdate } = window.dash_clientside;
  let asking = false;

  async function poll(_ticks, known) {
    if (asking || document.visibilityState !== "visible") return noUpdate;
    asking = true;
    try {
      const answer = await fetch("api/revision", { cache: "no-store" });
      const { revision } = await answer.json();
      return revision === known ? noUpdate : revision;
    } catch {
      return noUpdate;
    } finally {
      asking = false;
    }
  }

  window.dash_clientside.reload = { poll };
})();
