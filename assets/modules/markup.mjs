/* Markup of the server, put into elements by id; `markup.py` has escaped every text in it. */
import { provide } from "./dash.mjs";
import { byId } from "./dom.mjs";

const drawn = {};

/* Unchanged parts are not drawn again, so that they keep the focus and the scroll position. All
   parts are in the page before any of them is measured: the browser lays the page out once. */
function draw(parts) {
  const changed = Object.entries(parts ?? {}).filter(
    ([id, text]) => drawn[id] !== text && byId(id),
  );
  for (const [id, text] of changed) {
    drawn[id] = text;
    byId(id).innerHTML = text;
  }
  for (const [id] of changed) byId(id).dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
}

/* Nested lists `[tag, attributes, children]` as nodes. */
function node(part) {
  if (!Array.isArray(part)) return document.createTextNode(part);
  const [tag, attributes, children] = part;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map(node));
  return made;
}

export const nodes = (parts) => parts.map(node);

/* Call `act` with the region of this id whenever the server has drawn it. */
export function whenDrawn(id, act) {
  document.addEventListener("drawn", ({ target }) => target.id === id && act(target));
}

provide("markup", { draw });
