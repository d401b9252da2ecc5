/* The colour scheme: "auto" follows the system, also when the system changes its scheme. */
import { provide, setProps } from "./dash.mjs";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
let wanted = "auto";

const resolve = () => (wanted === "auto" ? (dark.matches ? "dark" : "light") : wanted);

dark.addEventListener("change", () => setProps("provider", { forceColorScheme: resolve() }));

function apply(value) {
  wanted = value || "auto";
  return resolve();
}

provide("theme", { apply });
