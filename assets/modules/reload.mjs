/* Live reload: ask for the revision while the page is visible, and pass on a new one. */
import { back, lost } from "./connection.mjs";
import { noUpdate, provide } from "./dash.mjs";

/* In milliseconds: when an answer counts as missing, when it is waited for no longer, and how long
   the page waits before it asks again. */
const LATE = 8000;
const TOO_LATE = 60_000;
const PAUSE = 2000;

let isAsking = false;
let isHeld = false;
let pausedUntil = 0;

/* While a save is under way the page does not ask. */
export function holdReload(isSaving) {
  isHeld = isSaving;
}

async function poll(_ticks, known) {
  const isBusy = isAsking || isHeld || Date.now() < pausedUntil;
  if (isBusy || document.visibilityState !== "visible") return noUpdate();
  isAsking = true;
  const late = setTimeout(lost, LATE);
  let status = 0;
  try {
    const signal = AbortSignal.timeout(TOO_LATE);
    const answer = await fetch("api/revision", { cache: "no-store", signal });
    if (!answer.ok) status = answer.status;
    const { revision } = await answer.json();
    if (!revision) throw new Error("no revision");
    back();
    return revision === known ? noUpdate() : revision;
  } catch {
    lost(status);
    pausedUntil = Date.now() + PAUSE;
    return noUpdate();
  } finally {
    clearTimeout(late);
    isAsking = false;
  }
}

/* The title of the tab follows that of the page. */
function title(words) {
  document.title = words;
}

provide("reload", { poll, title });
