/* Dash loads a polyfill for old browsers that replaces trim, parseInt and parseFloat by functions
   that are ten times as slow. Plotly reads every colour of every mark with them, which takes a tenth
   of the time from a click to the new figure. This script is loaded before all others, and restores
   the functions of the browser once all scripts have run. */
"use strict";
(function () {
  const homes = [
    [window, ["parseInt", "parseFloat"]],
    [Number, ["parseInt", "parseFloat"]],
    [String.prototype, ["trim", "trimStart", "trimEnd"]],
  ];
  const own = homes.flatMap(([home, names]) =>
    names.map((name) => [home, name, Object.getOwnPropertyDescriptor(home, name)]),
  );
  document.addEventListener("DOMContentLoaded", () => {
    for (const [home, name, descriptor] of own) Object.defineProperty(home, name, descriptor);
  });
})();
