/* Dash brings a polyfill for old browsers that puts its own trim, parseInt and parseFloat in the place
   of the browser's, ten times as slow. Plotly reads every colour of every mark through them, which is
   a tenth of the time from a click to the new picture. Loaded before all else, this keeps the
   browser's own: what the polyfill assigns is ignored. */
"use strict";
(function () {
  const kept = [
    [window, ["parseInt", "parseFloat"]],
    [Number, ["parseInt", "parseFloat"]],
    [String.prototype, ["trim", "trimStart", "trimEnd"]],
  ];
  for (const [home, names] of kept) {
    for (const name of names) {
      const own = home[name];
      Object.defineProperty(home, name, { get: () => own, set() {}, configurable: true });
    }
  }
})();
