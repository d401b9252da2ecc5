/* Live reload: ask for the revision of the file while the page is visible. Each answer names the
   time until the next request, so that many pages do not burden the server. */
import { expectFile } from "./announce.mjs";
import { back, lost } from "./connection.mjs";
import { provide, setProps } from "./dash.mjs";

/* In milliseconds: time after which a missing answer is reported, time after which the request is
   cancelled, pause before the first request, and pause after a request that failed. */
const LATE = 8000;
const TOO_LATE = 60_000;
const FIRST = 400;
const PAUSE = 2000;

/* The revision that the page shows, and the timer of the next request. */
let shown = "";
let timer = 0;
let isAsking = false;
let isHeld = false;

function askIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(ask, milliseconds);
}

/* Stop asking during a save, or start again. */
export function holdReload(isSaving) {
  isHeld = isSaving;
  if (!isHeld) askIn(0);
}

async function fetchRevision() {
  const answer = await fetch("api/revision", {
    cache: "no-store",
    signal: AbortSignal.timeout(TOO_LATE),
  });
  if (!answer.ok) throw Object.assign(new Error("refused"), { status: answer.status });
  const pause = Number(answer.headers.get("Ask-Again-Milliseconds"));
  return { pause, ...(await answer.json()) };
}

/* Show the revision of the file if it is another one, and return the time until the next request. */
async function compare() {
  const before = shown;
  const late = setTimeout(lost, LATE);
  try {
    const { revision, pause } = await fetchRevision();
    back();
    // A save meanwhile shows a later revision than this answer.
    const isLatest = !isHeld && shown === before;
    if (isLatest && revision !== shown) {
      expectFile();
      setProps("revision", { data: revision });
    }
    return pause;
  } catch ({ status }) {
    lost(status);
    return PAUSE;
  } finally {
    clearTimeout(late);
  }
}

async function ask() {
  if (isAsking || isHeld || document.visibilityState !== "visible") return;
  isAsking = true;
  const pause = await compare();
  isAsking = false;
  askIn(pause);
}

document.addEventListener("visibilitychange", () => askIn(0));

/* The page shows another revision; the first one starts the requests. */
function follow(revision) {
  shown = revision;
  if (!timer) askIn(FIRST);
}

/* The title of the tab follows that of the page. */
function title(words) {
  document.title = words;
}

provide("reload", { follow, title });
