/* Elements of HTML and SVG whose texts are only ever set as text. */
export const byId = (id) => document.getElementById(id);

function built(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ""));
  return node;
}

export const make = (tag, attributes = {}, ...children) =>
  built(document.createElement(tag), attributes, children);

export const draw = (tag, attributes = {}, ...children) =>
  built(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/* A drawing of the page: nested lists `[tag, attributes, children]`. */
export const drawn = (part) =>
  typeof part === "string" ? part : draw(part[0], part[1], part[2].map(drawn));

/* A text of the file inside a sentence: it keeps its own direction. */
export const own = (text, lang) => make("bdi", { lang: lang || null }, text);

/* A sentence with a text or an element for each of its placeholders. */
export const woven = (sentence, parts) =>
  sentence.split(/\{(\w+)\}/).map((text, at) => (at % 2 ? parts[text] : text));

/* A text of the file in SVG, isolated by characters. */
export const isolated = (text) => `\u2068${text}\u2069`;

/* A link to another site; any other address than of the web is text. */
export function outside(url, text, lang) {
  if (!/^https?:\/\//i.test(url)) return own(text, lang);
  return make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, own(text, lang));
}

/* The square of conflict or the circle of cooperation, as the page draws it. */
export function sign(x, y, tone, role, isFirm, size = 13) {
  const fill = role ? "target" : isFirm ? "actor" : "unclear";
  const reach = (size / 2) * (role === 2 ? 0.62 : 1) - (fill === "actor" ? 0 : 1);
  const side = 1.8 * reach;
  const mark = { class: `mark tone-${tone} ${fill}` };
  const shape =
    tone < 2
      ? draw("rect", { ...mark, x: x - side / 2, y: y - side / 2, width: side, height: side })
      : draw("circle", { ...mark, cx: x, cy: y, r: reach });
  const inside =
    role === 2
      ? draw("circle", { class: `dot tone-${tone}`, cx: x, cy: y, r: 1.3 })
      : isFirm
        ? null
        : draw("text", { class: "doubt", x, y: y + size * 0.29 }, "?");
  return [shape, inside];
}
