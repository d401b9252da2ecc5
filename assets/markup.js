/* Draws plain markup, the nested lists of Python's page/markup.py, into the elements named. */
"use strict";
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const drawn = {};

  function node(part) {
    if (!Array.isArray(part)) return document.createTextNode(part);
    const [tag, attributes, children] = part;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.map(node));
    return element;
  }

  /* What is the same stays, and with it the focus and the place to which it was scrolled. */
  function draw(parts) {
    for (const [id, children] of Object.entries(parts ?? {})) {
      const text = JSON.stringify(children);
      if (drawn[id] === text) continue;
      drawn[id] = text;
      document.getElementById(id).replaceChildren(...children.map(node));
    }
  }

  dash.markup = { draw };
})();
