/* The editor: a form of one event that is checked while it is filled in, shows what it would change in
   the file, saves, deletes and takes back. The server reads, checks and writes; this only asks it. */
"use strict";
(function () {
  const byId = (id) => document.getElementById(id);
  /* In milliseconds; the linter waits until the page has followed. */
  const CHECK_AFTER = 250;
  const REMARK_AFTER = 1500;
  let dialog = null;
  let open = { event: "", revision: "", kind: "add" };

  async function ask(path, body) {
    const headers = { "X-Edit-Token": byId("editor").dataset.token };
    if (body) headers["Content-Type"] = "application/json";
    try {
      const answer = await fetch("api/edit/" + path, {
        method: body ? "POST" : "GET",
        headers,
        body: body && JSON.stringify(body),
      });
      return { status: answer.status, ...(await answer.json()) };
    } catch {
      return { status: 0, error: "The server does not answer: nothing was saved.", problems: [] };
    }
  }

  const node = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /* The name of an input says where its value stands: `#` is its record, the end its place in a list. */
  function nameOf(input) {
    let name = input.name;
    const record = input.closest(".edit-record");
    if (record) {
      const others = [...record.parentElement.querySelectorAll(":scope > .edit-record")];
      name = name.replace("#", others.indexOf(record));
    }
    const item = input.closest(".edit-item");
    if (!item) return name;
    const items = [...item.parentElement.querySelectorAll(":scope > .edit-item")];
    return name.replace(/\d+$/, items.indexOf(item));
  }

  const inputs = () =>
    [...dialog.querySelectorAll(".edit-fields :is(input, textarea, select)")].filter((input) => !input.closest("template"));
  const asked = (more = {}) => ({
    ...open,
    entries: inputs().map((input) => [nameOf(input), input.value]),
    ...more,
  });

  function show(answer) {
    for (const old of dialog.querySelectorAll(".edit-problem")) old.remove();
    for (const input of dialog.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    const shown = inputs();
    const unplaced = [];
    (answer.problems ?? []).forEach(({ input: name, message }, number) => {
      const input =
        shown.find((one) => nameOf(one) === name) || shown.find((one) => nameOf(one).split(".")[0] === name);
      if (!input) return unplaced.push(message);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "edit-problem-" + number);
      const words = node("p", { class: "edit-problem", id: "edit-problem-" + number }, message);
      (input.closest(".edit-item, .edit-field") ?? input).append(words);
      for (let box = input.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      return undefined;
    });
    for (const output of dialog.querySelectorAll("[data-reading]")) {
      output.textContent = answer.readings?.[output.dataset.reading] ?? "";
    }
    if (answer.error && !(answer.problems ?? []).length) unplaced.push(answer.error);
    byId("edit-said").textContent = unplaced.join(" ");
    byId("edit-notes").replaceChildren(...(answer.notes ?? []).map((words) => node("li", {}, words)));
    byId("edit-diff").textContent = answer.diff ?? "";
    byId("edit-save").disabled = Boolean(answer.error) || !answer.diff;
  }

  let waiting = 0;
  let latest = 0;
  let saving = false;
  function check() {
    clearTimeout(waiting);
    if (saving) return;
    waiting = setTimeout(async () => {
      const number = (latest += 1);
      const answer = await ask("preview", asked());
      if (number === latest && dialog?.open) show(answer);
    }, CHECK_AFTER);
  }

  function notice(words, revision) {
    const undo = node("button", { type: "button", class: "button", "data-undo": revision }, "Undo");
    byId("edit-notice").replaceChildren(words, " ", ...(revision ? [undo] : []));
  }

  function close() {
    clearTimeout(waiting);
    latest += 1;
    dialog?.close();
    dialog?.remove();
    dialog = null;
  }

  async function saved(answer, words) {
    close();
    notice(words, answer.revision);
    window.dash_clientside.set_props("revision", { data: answer.revision });
    if (answer.event) window.timeline.openEvent(answer.event);
    setTimeout(remark, REMARK_AFTER);
    byId("edit-notice").querySelector("button")?.focus();
  }

  async function save(more = {}) {
    const what = open.kind === "add" ? "Added." : more.kind === "delete" ? "Deleted." : "Saved.";
    byId("edit-save").disabled = true;
    // Neither a check nor a look at the file gets in the way of the save.
    clearTimeout(waiting);
    saving = window.timeline.saving = true;
    const answer = await ask("save", asked(more));
    saving = window.timeline.saving = false;
    if (answer.status === 200) return saved(answer, answer.changed ? what : "Nothing was changed.");
    if (answer.status === 409 && answer.linked) return askUnlink(answer);
    if (answer.status === 409) return conflict(answer, more);
    return show(answer);
  }

  /* Somebody else saved meanwhile: what they changed, and one click to save upon it. */
  function conflict(answer, more) {
    const again = node("button", { type: "button", class: "button main-button" }, "Save upon it");
    again.addEventListener("click", () => {
      open.revision = answer.revision;
      save(more);
    });
    const said = byId("edit-said");
    said.replaceChildren(
      "The file has changed since you opened this form; nothing of yours is lost.",
      node("pre", { class: "diff", tabindex: "0" }, answer.changes || "(what changed is not known)"),
      again,
    );
    again.focus();
  }

  function askUnlink(answer) {
    const sure = node("button", { type: "button", class: "button" }, "Delete, and remove these links");
    sure.addEventListener("click", () => save({ kind: "delete", unlink: true }));
    byId("edit-said").replaceChildren(answer.error + " ", sure);
    sure.focus();
  }

  function askDelete() {
    const sure = node("button", { type: "button", class: "button danger" }, "Yes, delete it");
    sure.addEventListener("click", () => save({ kind: "delete" }));
    byId("edit-said").replaceChildren("Delete this event from the file? ", sure);
    sure.focus();
  }

  async function start(event) {
    const answer = await ask("form?event=" + encodeURIComponent(event));
    if (answer.status !== 200) return notice(answer.error, "");
    open = { event, revision: answer.revision, kind: event ? "replace" : "add" };
    const title = event ? "Edit event" : "Add event";
    const button = (id, words, more = "") => node("button", { type: "button", id, class: "button " + more }, words);
    const said = node("div", { id: "edit-said", role: "alert" });
    const foot = node("div", { class: "edit-foot" }, said, button("edit-save", "Save", "main-button"), button("edit-cancel", "Cancel"));
    if (event) foot.append(button("edit-delete", "Delete", "danger"));
    dialog = node(
      "dialog",
      { class: "edit-dialog", "aria-labelledby": "edit-title" },
      node("h2", { id: "edit-title" }, title),
      ...window.dash_clientside.markup.nodes(answer.form),
      node("ul", { id: "edit-notes", class: "quiet", "aria-label": "Remarks" }),
      node("h3", {}, "What changes in the file"),
      node("pre", { id: "edit-diff", class: "diff", tabindex: "0", "aria-label": "Change of the file" }),
      foot,
    );
    byId("editor").append(dialog);
    for (const select of dialog.querySelectorAll("select")) select.value = select.dataset.value ?? "";
    dialog.addEventListener("close", close);
    dialog.showModal();
    byId("edit-save").disabled = true;
    inputs()[0].focus();
    check();
    return undefined;
  }

  /* What the linter remarks on the file: quiet, and anew whenever it is looked at or edited. */
  async function remark() {
    if (!byId("remarks")) return;
    const { remarks = [] } = await ask("remarks");
    byId("remarks").hidden = !remarks.length;
    byId("remarks-heading").textContent = `${remarks.length} ${remarks.length === 1 ? "remark" : "remarks"} on the file`;
    byId("remarks-list").replaceChildren(
      ...remarks.map(({ line, code, message }) =>
        node("li", {}, node("span", { class: "problem-place" }, `line ${line} · ${code} `), message),
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

  async function undo(revision) {
    const answer = await ask("undo", { revision });
    if (answer.status !== 200) return notice(answer.error, "");
    notice("Taken back.", "");
    remark();
    return window.dash_clientside.set_props("revision", { data: answer.revision });
  }

  /* One more input of a list, one more record of a group, or one less. */
  function grow(button) {
    if (button.dataset.more !== undefined) {
      const last = [...button.parentElement.querySelectorAll(":scope > .edit-item")].at(-1);
      const item = last.cloneNode(true);
      item.querySelector("input").value = "";
      item.querySelector(".edit-problem")?.remove();
      button.before(item);
      item.querySelector("input").focus();
    } else if (button.dataset.another !== undefined) {
      const blank = button.parentElement.querySelector(":scope > template > .edit-record");
      const record = blank.cloneNode(true);
      button.before(record);
      record.querySelector("input, select")?.focus();
    } else {
      const part = button.closest(".edit-item") ?? button.closest(".edit-record");
      const isLastItem = part.matches(".edit-item") && part.parentElement.querySelectorAll(":scope > .edit-item").length === 1;
      const next = part.parentElement.querySelector(":scope > button");
      if (isLastItem) part.querySelector("input").value = "";
      else part.remove();
      next?.focus();
    }
    check();
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    if (!button) return;
    if (button.dataset.edit !== undefined) start(button.dataset.edit);
    else if (button.dataset.undo) undo(button.dataset.undo);
    else if (dialog?.contains(button) && ["more", "another", "less"].some((key) => key in button.dataset)) grow(button);
    else if (button.id === "edit-save") save();
    else if (button.id === "edit-cancel") close();
    else if (button.id === "edit-delete") askDelete();
  });
  document.addEventListener("input", ({ target }) => dialog?.contains(target) && check());
  document.addEventListener("change", ({ target }) => dialog?.contains(target) && check());
  document.addEventListener("keydown", (key) => {
    const inField = dialog?.contains(key.target) && key.target.matches("input, textarea, select");
    if (inField && key.key === "Enter" && (key.ctrlKey || key.metaKey) && !byId("edit-save").disabled) save();
  });
})();
