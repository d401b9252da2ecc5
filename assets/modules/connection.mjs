/* The connection to the server: a message reports missing answers and refused choices. Callbacks
   only read, so a callback without an answer is sent again once the server answers. */
import { byId, english, woven } from "./dom.mjs";
import { gettext } from "./words.mjs";

/* Number of times that a callback is sent before it counts as refused. */
const MOST_ATTEMPTS = 3;
/* Statuses of the answers of a proxy if the server is gone. */
const GATEWAY = new Set([502, 503, 504]);

/* Messages are lists of texts and of elements; `trouble` is empty while the server answers. */
let trouble = [];
let waiting = [];
const refused = new Map();

const textOf = (parts) => parts.map((part) => part.textContent ?? part).join("");

function show() {
  const region = byId("connection");
  const words = trouble.length ? trouble : ([...refused.values()].at(-1) ?? []);
  if (!region || region.textContent === textOf(words)) return;
  region.replaceChildren(...words);
  document.documentElement.classList.toggle("has-message", words.length > 0);
}

/* Report that there was no answer, or an answer with an error status. */
export function lost(status) {
  const words = status
    ? gettext(
        "The server answers with error {status}. What you see may be out of date; the page asks " +
          "again every few seconds.",
        { status: String(status) },
      )
    : gettext(
        "The server does not answer. What you see may be out of date; the page asks again every " +
          "few seconds.",
      );
  trouble = [words];
  show();
}

/* The server answers: remove the report, and send the waiting callbacks again. */
export function back() {
  const wasLost = trouble.length > 0;
  trouble = [];
  show();
  const again = waiting;
  waiting = [];
  for (const go of again) go();
  if (wasLost) document.dispatchEvent(new Event("connection-back"));
}

/* By output: the message is removed when that part of the page, or the charts, are drawn again. */
function refuse(output, words) {
  refused.set(output, words);
  show();
}
function accept(output) {
  if (output.includes("charts.data")) refused.clear();
  refused.delete(output);
  show();
}

/* The message about a refused choice, with the reason that the server gives in English. */
async function refusal(answer) {
  const { error } = await answer
    .clone()
    .json()
    .catch(() => ({}));
  if (typeof error === "string") {
    const words = gettext(
      "The server could not show this choice ({reason}). The page may show the one before: choose " +
        "again, or load the page again.",
    );
    return woven(words, { reason: english(error) });
  }
  const words = gettext(
    "The server could not show this choice (error {status}). The page may show the one before: " +
      "choose again, or load the page again.",
    { status: String(answer.status) },
  );
  return [words];
}

const NO_ANSWER = gettext(
  "The server could not show this choice (no answer). The page may show the one before: choose " +
    "again, or load the page again.",
);

async function callback(address, options) {
  const { output } = JSON.parse(options.body);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(address, options).catch(() => null);
    if (answer && !GATEWAY.has(answer.status)) {
      if (answer.ok) accept(output);
      else refuse(output, await refusal(answer));
      return answer;
    }
    if (attempt === MOST_ATTEMPTS) {
      refuse(output, [NO_ANSWER]);
      return answer ?? Promise.reject(new TypeError("the server does not answer"));
    }
    lost(answer?.status);
    await new Promise((go) => waiting.push(go));
  }
}

/* Dash has no hook that sends a callback again, so its requests are intercepted here. */
const send = window.fetch.bind(window);
window.fetch = (address, options) =>
  String(address).includes("_dash-update-component")
    ? callback(address, options)
    : send(address, options);
