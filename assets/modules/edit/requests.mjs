/* Requests of the editor. Each has the token of the server's run. After a restart the token differs:
   the page reads the new one from its layout, as it got the first one; only this origin can.
   The error of an answer is a list of sentences: texts in the language of the page, and elements
   with an English text. */
import { lost } from "../connection.mjs";
import { byId, english } from "../dom.mjs";
import { gettext, language } from "../words.mjs";

const editor = () => byId("editor");

/* An error of the server is English, unless the answer names the language. */
const errorOf = ({ error, lang }) => (error ? { error: [lang ? error : english(error)] } : {});

async function send(path, body, token) {
  const headers = { "X-Edit-Token": token };
  if (body) headers["Content-Type"] = "application/json";
  const answer = await fetch(`_lang/${language}/api/edit/${path}`, {
    method: body ? "POST" : "GET",
    headers,
    body: body && JSON.stringify(body),
  });
  const { status } = answer;
  const found = await answer.json().catch(() => null);
  if (found) return { problems: [], ...found, ...errorOf(found), status };
  const words = gettext("The server answers with error {status}.", { status: String(status) });
  return { problems: [], error: [words], status };
}

/* Token of the server that answers now; empty if it runs without edit mode. */
async function currentToken() {
  const answer = await fetch("_dash-layout", { cache: "no-store" });
  if (!answer.ok) return editor().dataset.token;
  let token = "";
  JSON.parse(await answer.text(), (_name, value) => {
    if (value?.id === "editor") token = value["data-token"] ?? "";
    return value;
  });
  return token;
}

const NO_EDITOR = gettext("The server now runs without edit mode: start it with --edit.");

async function ask(path, body) {
  // Another request may learn of the restart first, so the token of this one is kept.
  const sent = editor().dataset.token;
  const answer = await send(path, body, sent);
  if (answer.status !== 403 && answer.status !== 404) return answer;
  const token = await currentToken();
  if (!token) return { ...answer, error: [NO_EDITOR] };
  if (token === sent) return answer;
  // The server refused the request and changed nothing, so send it again, once.
  editor().dataset.token = token;
  return { ...(await send(path, body, token)), wasRestarted: true };
}

export async function askEditor(path, body) {
  try {
    return await ask(path, body);
  } catch {
    lost();
    return { status: 0, error: [gettext("The server does not answer.")], problems: [] };
  }
}
