/* Elements of the page: find one, make one, wait for one. */

export const byId = (id) => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

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
