/* Live reload: ask for the revision while the page is seen, and pass on a new one. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  /* In milliseconds: when an answer counts as missing, when it is waited for no longer, and how long
     the page waits before it asks again. */
  const LATE = 8000;
  const TOO_LATE = 60000;
  const PAUSE = 2000;
  let asking = false;
  let pausedUntil = 0;

  async function poll(_ticks, known) {
    const isBusy = asking || window.timeline.saving || Date.now() < pausedUntil;
    if (isBusy || document.visibilityState !== "visible") return dash.no_update;
    const { lost, back } = window.timeline.connection;
    asking = true;
    const late = setTimeout(lost, LATE);
    let status = 0;
    try {
      const answer = await fetch("api/revision", { cache: "no-store", signal: AbortSignal.timeout(TOO_LATE) });
      if (!answer.ok) status = answer.status;
      const { revision } = await answer.json();
      if (!revision) throw new Error("no revision");
      back();
      return revision === known ? dash.no_update : revision;
    } catch {
      lost(status);
      pausedUntil = Date.now() + PAUSE;
      return dash.no_update;
    } finally {
      clearTimeout(late);
      asking = false;
    }
  }

  /* The title of the tab follows that of the page. */
  function title(words) {
    document.title = words;
  }

  dash.reload = { poll, title };
})();
