/* Remarks of the linter on the file: read at the start, when unfolded, and after a save. */
import { byId } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { askEditor } from "./requests.mjs";

function item({ line, code, message }) {
  const place = ["span", { class: "problem-place" }, [`line ${line} · ${code} `]];
  return ["li", {}, [place, message]];
}

export async function showRemarks() {
  if (!byId("remarks")) return;
  const { remarks } = await askEditor("remarks");
  if (!remarks) return;
  const count = `${remarks.length} ${remarks.length === 1 ? "remark" : "remarks"}`;
  byId("remarks").hidden = !remarks.length;
  byId("remarks-heading").textContent = `${count} on the file`;
  byId("remarks-list").replaceChildren(...nodes(remarks.map(item)));
}

const unfold = ({ target }) => target.id === "remarks" && target.open && showRemarks();
document.addEventListener("toggle", unfold, true);
showRemarks();
