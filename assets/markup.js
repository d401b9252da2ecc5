/* Draws plain markup, the nested lists of Python's page/markup.py, into the elements named. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const SVG = "http://www.w3.org/2000/svg";
  const drawn = {};

  /* Within a drawing every element is one of SVG, links included. */
  function node(part, within = false) {
    if (!Array.isArray(part)) return document.createTextNode(part);
    const [tag, attributes, children] = part;
    const element = within || tag === "svg" ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.map((child) => node(child, within || tag === "svg")));
    return element;
  }

  /* What is the same stays, and with it the focus and the place to which it was scrolled. */
  function draw(parts) {
    for (const [id, children] of Object.entries(parts ?? {})) {
      const text = JSON.stringify(children);
      if (drawn[id] === text) continue;
      drawn[id] = text;
      document.getElementById(id).replaceChildren(...children.map((child) => node(child)));
    }
  }

  /* A choice whose options are addresses. */
  document.addEventListener("change", ({ target }) => {
    if (target.matches?.("select[data-follow]")) window.timeline.follow(target.value);
  });

  dash.markup = { draw, nodes: (parts) => parts.map((part) => node(part)) };
})();
