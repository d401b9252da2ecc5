/* The colours: those of the system, or those that the reader chooses. */
import { byId } from "./dom.mjs";

const isDark = matchMedia("(prefers-color-scheme: dark)");
function paint() {
  document.documentElement.dataset.theme =
    byId("theme").value || (isDark.matches ? "dark" : "light");
}
byId("theme").addEventListener("change", paint);
isDark.addEventListener("change", paint);
paint();
