/* Tabs of a narrow screen: one section is shown at a time, and keeps its scroll position. */
import { byId } from "./dom.mjs";

const narrow = window.matchMedia("(max-width: 56.24em)");
export const isNarrow = () => narrow.matches;

const scrolled = {};

function show(name) {
  const screen = document.querySelector(".screen");
  scrolled[screen.dataset.shown] = window.scrollY;
  screen.dataset.shown = name;
  for (const tab of document.querySelectorAll("[data-shows]")) {
    if (tab.dataset.shows === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  if (isNarrow()) window.scrollTo(0, scrolled[name] ?? 0);
}

/* Show the section that contains an element. */
export function reveal(element) {
  const section = element?.closest("[data-tab]");
  if (section) show(section.dataset.tab);
}

document.addEventListener("click", ({ target }) => {
  const tab = target.closest?.("[data-shows]");
  if (tab) show(tab.dataset.shows);
  const jump = target.closest?.("a[href^='#']");
  if (jump) reveal(byId(jump.hash.slice(1)));
});
