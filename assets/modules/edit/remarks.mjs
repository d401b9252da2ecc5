/* Remarks of the linter on the file: read at the start, when unfolded, and after a save. */
import { byId } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { ENGLISH, gettext, ngettext } from "../words.mjs";
import { askEditor } from "./requests.mjs";

function item({ line, code, message }) {
  const number = gettext("line {line}", { line: String(line) });
  const place = ["span", { class: "problem-place" }, [`${number} · ${code} `]];
  return ["li", {}, [place, ["span", ENGLISH, [message]]]];
}

export async function showRemarks() {
  if (!byId("remarks")) return;
  const { remarks } = await askEditor("remarks");
  if (!remarks) return;
  const heading = ngettext("{n} remark on the file", "{n} remarks on the file", remarks.length);
  byId("remarks").hidden = !remarks.length;
  byId("remarks-heading").textContent = heading;
  byId("remarks-list").replaceChildren(...nodes(remarks.map(item)));
}

const unfold = ({ target }) => target.id === "remarks" && target.open && showRemarks();
document.addEventListener("toggle", unfold, true);
showRemarks();
