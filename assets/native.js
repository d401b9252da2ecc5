/* Dash brings a polyfill for old browsers that puts its own trim, parseInt and parseFloat in the place
   of the browser's, ten times as slow. Plotly reads every colour of every mark through them, which is
   a tenth of the time from a click to the new picture. Loaded before all else, this puts the browser's
   own back once all scripts have run. */
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
