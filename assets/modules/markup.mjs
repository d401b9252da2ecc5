/* Markup, the nested lists of `page/h.py`, drawn into elements by id. */
import { provide } from "./dash.mjs";
import { byId } from "./dom.mjs";

const SVG = "http://www.w3.org/2000/svg";
const drawn = {};

/* Within a drawing every element belongs to SVG, links included. */
function node(part, isInDrawing = false) {
  if (!Array.isArray(part)) return document.createTextNode(part);
  const [tag, attributes, children] = part;
  const isSvg = isInDrawing || tag === "svg";
  const made = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => node(child, isSvg)));
  return made;
}

export const nodes = (parts) => parts.map((part) => node(part));

/* Unchanged parts are not drawn again, so that they keep the focus and the scroll position. */
function draw(parts) {
  for (const [id, children] of Object.entries(parts ?? {})) {
    const text = JSON.stringify(children);
    if (drawn[id] === text) continue;
    drawn[id] = text;
    byId(id).replaceChildren(...nodes(children));
  }
}

provide("markup", { draw });
