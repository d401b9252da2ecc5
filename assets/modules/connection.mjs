/* The connection to the server: a message reports missing answers and refused choices. Callbacks
   only read, so a callback without an answer is sent again once the server answers. */
import { byId } from "./dom.mjs";

const STALE = "What you see may be out of date; the page asks again every few seconds.";

/* Number of times that a callback is sent before it counts as refused. */
const MOST_ATTEMPTS = 3;
/* Statuses of the answers of a proxy if the server is gone. */
const GATEWAY = new Set([502, 503, 504]);

let trouble = "";
let waiting = [];
const refused = new Map();

function show() {
  const region = byId("connection");
  const words = trouble || ([...refused.values()].at(-1) ?? "");
  if (!region || region.textContent === words) return;
  region.textContent = words;
  document.documentElement.classList.toggle("has-message", Boolean(words));
}

/* Report that there was no answer, or an answer with an error status. */
export function lost(status) {
  const what = status ? `answers with error ${status}` : "does not answer";
  trouble = `The server ${what}. ${STALE}`;
  show();
}

/* The server answers: remove the report, and send the waiting callbacks again. */
export function back() {
  const wasLost = Boolean(trouble);
  trouble = "";
  show();
  const again = waiting;
  waiting = [];
  for (const go of again) go();
  if (wasLost) document.dispatchEvent(new Event("connection-back"));
}

/* By output: the message is removed when that part of the page, or the charts, are drawn again. */
function refuse(output, reason) {
  refused.set(
    output,
    `The server could not show this choice (${reason}). ` +
      "The page may show the one before: choose again, or load the page again.",
  );
  show();
}
function accept(output) {
  if (output.includes("charts.data")) refused.clear();
  refused.delete(output);
  show();
}

async function reasonOf(answer) {
  const { error } = await answer
    .clone()
    .json()
    .catch(() => ({}));
  return typeof error === "string" ? error : `error ${answer.status}`;
}

async function callback(address, options) {
  const { output } = JSON.parse(options.body);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(address, options).catch(() => null);
    if (answer && !GATEWAY.has(answer.status)) {
      if (answer.ok) accept(output);
      else refuse(output, await reasonOf(answer));
      return answer;
    }
    if (attempt === MOST_ATTEMPTS) {
      refuse(output, "no answer");
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
