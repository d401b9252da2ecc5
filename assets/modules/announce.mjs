/* Announcements: one sentence for each change, in a live region. The sentence of the selection is a
   live region of its own, so a change that it reports is not reported twice. */
import { provide } from "./dash.mjs";
import { byId, english, woven } from "./dom.mjs";

/* A character that nobody hears: the same sentence with it is another text, so that it is said again. */
const AGAIN = "\u00A0";

/* Say a sentence, again if it is the one that was said before. */
export function say(words, id = "announcer") {
  const region = byId(id);
  region.textContent = region.textContent === words ? words + AGAIN : words;
}

const summary = () => byId("selection-summary");

/* Reasons for which the sentence of the selection is not said while it changes. */
const silent = new Set();

/* Keep the sentence of the selection silent for a reason, until `loud` is called with it. */
export function hush(...reasons) {
  for (const reason of reasons) silent.add(reason);
  summary().setAttribute("aria-live", "off");
}

export function loud(...reasons) {
  for (const reason of reasons) silent.delete(reason);
  if (!silent.size) summary().setAttribute("aria-live", "polite");
}

/* A page may open with a part of the query that is not valid. */
const states = { unknown: "" };
let lastSummary = null;

/* Say the first sentence of the states that differ from those before, unless the selection differs. */
function tell(said) {
  const changed = Object.entries(said ?? {}).filter(([name, [state]]) => {
    const before = states[name];
    states[name] = state;
    return before !== undefined && before !== state;
  });
  const now = summary().textContent;
  const isSaid = lastSummary !== null && now !== lastSummary;
  lastSummary = now;
  const first = changed.find(([name, [state]]) => (name === "unknown" ? state : !isSaid));
  const [, words, reason] = first?.[1] ?? [];
  if (reason) byId("announcer").replaceChildren(...woven(words, { reason: english(reason) }));
  else if (words) say(words);
}

/* The charts, or list and card, show another selection. The properties of one answer reach the page
   one after the other: the sentence of the selection is there after a moment. */
function tellCharts(said) {
  setTimeout(() => {
    tell(said);
    loud("charts");
  });
}
function tellEvidence(said) {
  setTimeout(() => {
    tell(said);
    document.dispatchEvent(new Event("evidence"));
  });
}

/* The revision that the editor made: it has reported its own change. */
let own = "";
export const keepQuiet = (revision) => (own = revision);

/* The file will be read again: the number of events in view is part of that one change. */
export const expectFile = () => hush("charts", "file");

function tellFile(read) {
  if (read?.words && read.revision !== own) say(read.words);
  setTimeout(() => loud("file"));
}

for (const kind of ["pointerdown", "keydown"]) {
  document.addEventListener(kind, () => silent.size && loud("charts", "file"), { capture: true });
}

provide("announce", {
  "said-of-charts": tellCharts,
  "said-of-evidence": tellEvidence,
  "file-read": tellFile,
});
