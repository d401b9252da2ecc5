/* Live reload: ask for the revision of the file while the page is visible. */
import { back, lost } from "./connection.mjs";
import { noUpdate, provide } from "./dash.mjs";

/* In milliseconds: time after which a missing answer is reported, time after which the request is
   cancelled, and pause before the next request. */
const LATE = 8000;
const TOO_LATE = 60_000;
const PAUSE = 2000;

let isAsking = false;
let isHeld = false;
let pausedUntil = 0;

/* Stop asking during a save, or start again. */
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
