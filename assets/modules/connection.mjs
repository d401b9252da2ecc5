/* The connection to the server: the page says when no answer comes and when a choice was refused.
   Callbacks only read, so one that got no answer is sent again once the server answers. */
const STALE = "What you see may be out of date; the page asks again every few seconds.";

/* How often a callback is sent before it counts as refused. */
const MOST_ATTEMPTS = 3;
/* What a proxy answers in place of a server that is gone. */
const GATEWAY = new Set([502, 503, 504]);

let trouble = "";
let waiting = [];
const refused = new Map();

function show() {
  const region = document.getElementById("connection");
  const words = trouble || ([...refused.values()].at(-1) ?? "");
  if (region && region.textContent !== words) region.textContent = words;
}

/* There was no answer, or one with a status that means nothing. */
export function lost(status) {
  const what = status ? `answers with error ${status}` : "does not answer";
  trouble = `The server ${what}. ${STALE}`;
  show();
}

export function back() {
  const wasLost = Boolean(trouble);
  trouble = "";
  show();
  const again = waiting;
  waiting = [];
  for (const go of again) go();
  if (wasLost) document.dispatchEvent(new Event("connection-back"));
}

/* By output: the message goes when that part of the page, or the charts, are drawn again. */
function refuse(output, reason) {
  refused.set(
    output,
    `The server could not show this choice (${reason}). ` +
      "The page may show the one before: choose again, or load the page again.",
  );
  show();
}
function accept(output) {
  if (output.includes("timeline.figure")) refused.clear();
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

/* Dash offers no hook that sends a callback again, so its requests are taken here. */
const send = window.fetch.bind(window);
window.fetch = (address, options) =>
  String(address).includes("_dash-update-component")
    ? callback(address, options)
    : send(address, options);
