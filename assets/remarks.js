/* What the linter remarks on the file in edit mode: quiet, and again whenever it is opened or edited. */
"use strict";
(function () {
  const byId = (id) => document.getElementById(id);

  async function remark() {
    if (!byId("remarks")) return;
    const { remarks } = await window.timeline.askEditor("remarks");
    if (!remarks) return;
    byId("remarks").hidden = !remarks.length;
    byId("remarks-heading").textContent = `${remarks.length} ${remarks.length === 1 ? "remark" : "remarks"} on the file`;
    byId("remarks-list").replaceChildren(
      ...window.dash_clientside.markup.nodes(
        remarks.map(({ line, code, message }) => {
          const place = ["span", { class: "problem-place" }, [`line ${line} · ${code} `]];
          return ["li", {}, [place, message]];
        }),
      ),
    );
  }
  document.addEventListener("toggle", ({ target }) => target.id === "remarks" && target.open && remark(), true);
  const awaited = new MutationObserver(() => {
    if (!byId("editor")) return;
    awaited.disconnect();
    remark();
  });
  awaited.observe(document.documentElement, { childList: true, subtree: true });

  window.timeline = { ...window.timeline, remark };
})();
