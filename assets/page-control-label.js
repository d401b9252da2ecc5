/* Names for the pager's arrows, which show no text. */
"use strict";
(function () {
  const names = { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" };
  window.dashMantineFunctions = window.dashMantineFunctions || {};
  window.dashMantineFunctions.pageControlLabel = (control) => ({ "aria-label": names[control] });
})();
