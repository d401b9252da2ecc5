/* Places: an element is found again after the server has drawn its region again, by what it shows. */

const dataOf = (element) => {
  const { event, dyad, actor } =
    element.closest("[data-event], [data-dyad], [data-actor]")?.dataset ?? {};
  return event ?? dyad ?? actor ?? "";
};
const labelOf = (element) => element.getAttribute("aria-label") ?? "";
const peers = (region, tag) => [...document.querySelectorAll(`${region} ${tag}`)];
const PARTS = [
  ["data", dataOf, 8],
  ["label", labelOf, 4],
  ["words", ({ textContent }) => textContent, 2],
];

/* The place of an element: the selector of its region, and what the element shows. */
export function placeOf(element) {
  const box = element.closest(".figure[tabindex]");
  // Marks that the Tab key skips belong to their chart, which walks through them.
  if (box && !(element.tabIndex >= 0 && element !== box)) {
    return { region: `.${[...box.classList].find((name) => name.startsWith("figure-"))}` };
  }
  if (element.id) return { region: `#${CSS.escape(element.id)}` };
  const { id } = element.parentElement.closest("[id]:not([id=''])") ?? {};
  const region = id ? `#${CSS.escape(id)}` : "body";
  const tag = element.tagName.toLowerCase();
  const place = { region, tag, number: peers(region, tag).indexOf(element) };
  for (const [name, of] of PARTS) place[name] = of(element);
  return place;
}

/* The element of a place that resembles the former one most, or null; one at the same number counts
   only if `isStrict` is not set. */
export function find({ region, tag, number, ...shown }, isStrict = false) {
  if (!tag) return document.querySelector(region);
  let best = null;
  let most = 0;
  for (const [at, element] of peers(region, tag).entries()) {
    const same = (sum, [name, of, weight]) =>
      sum + (shown[name] && of(element) === shown[name] ? weight : 0);
    const likeness = PARTS.reduce(same, at === number && !isStrict ? 1 : 0);
    if (likeness > most) [best, most] = [element, likeness];
  }
  return best;
}
