/* Elements of the page: find one, make one, wait for one. */
import { ENGLISH } from "./words.mjs";

export const byId = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/* An element with an English text of the server, on a page of any language. */
export const english = (text) => element("span", ENGLISH, text);

/* Sentences with a space between them; each is a text or an element. */
export const spaced = (sentences) =>
  [sentences].flat().flatMap((one, at) => (at ? [" ", one] : [one]));

/* A sentence without values as a list of its texts, with an element at each placeholder. */
export const woven = (sentence, elements) =>
  sentence
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 ? elements[part] : part))
    .filter(Boolean);

/* Call `act` once with each element that `find` returns, now or after a change of the page. */
export function whenPresent(find, act) {
  const seen = new WeakSet();
  const look = () => {
    const found = find();
    if (!found || seen.has(found)) return;
    seen.add(found);
    act(found);
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();
}
