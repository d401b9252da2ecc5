/* The switch of the shortcut of a single character, which this browser remembers. */
import { byId } from "./dom.mjs";
import { whenDrawn } from "./markup.mjs";

const KEPT = "single-keys";

export const hasSingleKeys = () => localStorage.getItem(KEPT) !== "off";

whenDrawn("keys-list", () => (byId("single-keys").checked = hasSingleKeys()));
document.addEventListener("change", ({ target }) => {
  if (target.id === "single-keys") localStorage.setItem(KEPT, target.checked ? "on" : "off");
});
