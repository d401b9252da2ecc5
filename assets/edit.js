/* The editor: a form of one event that is checked while it is filled in, shows what it would change in
   the file, saves, deletes and takes back. The server reads, checks and writes; this only asks it. */
"use strict";
(function () {
  const byId = (id) => document.getElementById(id);
  /* In milliseconds; the linter waits until the page has followed. */
  const CHECK_AFTER = 250;
  const REMARK_AFTER = 1500;
  const LATE_AFTER = 8000;
  let dialog = null;
  let open = { event: "", revision: "", kind: "add", began: [] };
  let isOpening = false;
  let isSaving = false;
  let wasRestarted = false;

  const RESTARTED = "The server was restarted; your text is kept.";
  const LATE = "The server has not answered yet; your text is kept.";
  const KEPT = "Your text is kept; save it when the server is back.";

  async function ask(path, body) {
    const answer = await window.timeline.askEditor(path, body);
    wasRestarted ||= Boolean(answer.wasRestarted);
    // Without an answer, or refused as a whole: nothing was said about the text itself.
    if ([0, 403, 404].includes(answer.status) && dialog) answer.error += " " + KEPT;
    return answer;
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
  const entries = () => inputs().map((input) => [nameOf(input), input.value]);
  const asked = (more = {}) => ({ ...open, entries: entries(), ...more });
  const said = (values) => JSON.stringify(values.filter(([, text]) => text));

  function show(answer) {
    for (const old of dialog.querySelectorAll(".edit-problem")) old.remove();
    for (const input of dialog.querySelectorAll("[aria-invalid]")) {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
    const shown = inputs();
    const unplaced = wasRestarted ? [RESTARTED] : [];
    answer.problems?.forEach(({ input: name, message }, number) => {
      const input =
        shown.find((one) => nameOf(one) === name) || shown.find((one) => nameOf(one).split(".")[0] === name);
      if (!input) return unplaced.push(message);
      input.setAttribute("aria-invalid", "true");
      const others = input.getAttribute("aria-describedby");
      input.setAttribute("aria-describedby", (others ? others + " " : "") + "edit-problem-" + number);
      const words = node("p", { class: "edit-problem", id: "edit-problem-" + number }, message);
      const around = input.closest(".edit-item, .edit-field");
      if (around) around.append(words);
      else input.after(words);
      for (let box = input.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      return undefined;
    });
    for (const output of dialog.querySelectorAll("[data-reading]")) {
      output.textContent = answer.readings?.[output.dataset.reading] ?? "";
    }
    if (answer.error && !answer.problems?.length) unplaced.push(answer.error);
    byId("edit-said").textContent = unplaced.join(" ");
    byId("edit-notes").replaceChildren(...(answer.notes ?? []).map((words) => node("li", {}, words)));
    byId("edit-diff").textContent = answer.diff ?? "";
    // What was not checked may be saved: the server checks it then.
    const isWrong = answer.problems?.length || (answer.status === 200 && (answer.error || !answer.diff));
    byId("edit-save").disabled = isSaving || Boolean(isWrong);
  }

  let waiting = 0;
  let latest = 0;
  function check() {
    forgetCheck();
    if (isSaving || !dialog) return;
    dialog.setAttribute("aria-busy", "true");
    waiting = setTimeout(async () => {
      const number = latest;
      const answer = await ask("preview", asked());
      if (number !== latest || !dialog?.open) return;
      show(answer);
      dialog.removeAttribute("aria-busy");
    }, CHECK_AFTER);
  }
  function forgetCheck() {
    clearTimeout(waiting);
    latest += 1;
    dialog?.removeAttribute("aria-busy");
  }

  function notice(words, revision) {
    const undo = node("button", { type: "button", class: "button", "data-undo": revision }, "Undo");
    byId("edit-notice").replaceChildren(words, " ", ...(revision ? [undo] : []));
  }

  function close() {
    forgetCheck();
    const closing = dialog;
    dialog = null;
    closing?.close();
    closing?.remove();
  }

  async function saved(answer, words) {
    close();
    notice(words, answer.changed ? answer.revision : "");
    window.dash_clientside.set_props("revision", { data: answer.revision });
    if (answer.event) window.timeline.openEvent(answer.event);
    setTimeout(window.timeline.remark, REMARK_AFTER);
    (byId("edit-notice").querySelector("button") ?? byId("add-event")).focus();
  }

  async function save(more = {}) {
    if (isSaving) return;
    const what = more.kind === "delete" ? "Deleted." : open.kind === "add" ? "Added." : "Saved.";
    // Neither a check nor a look at the file gets in the way of the save.
    isSaving = window.timeline.saving = true;
    forgetCheck();
    byId("edit-save").disabled = true;
    const late = setTimeout(() => (byId("edit-said").textContent = LATE), LATE_AFTER);
    const answer = await ask("save", asked(more));
    clearTimeout(late);
    isSaving = window.timeline.saving = false;
    if (answer.status === 200) {
      const words = answer.changed ? what : "Nothing was changed.";
      return saved(answer, wasRestarted ? `${words} The server was restarted in between.` : words);
    }
    if (!dialog) return notice(answer.error, "");
    byId("edit-question").replaceChildren();
    if (answer.status === 409 && answer.linked) return askUnlink(answer);
    if (answer.status === 409) return conflict(answer, more);
    byId("edit-said").textContent = answer.error;
    if (answer.problems.length) show(answer);
    // What kept it from being saved may be gone the next time.
    else byId("edit-save").disabled = false;
    return (dialog.querySelector("[aria-invalid]") ?? byId("edit-save")).focus();
  }

  /* A question stays until it is answered; checking goes on meanwhile. */
  function question(words, answers, ...more) {
    const buttons = answers.map(([label, look, act]) => {
      const button = node("button", { type: "button", class: "button " + look }, label);
      button.addEventListener("click", act);
      return button;
    });
    byId("edit-question").replaceChildren(words + " ", ...more, ...buttons);
    buttons[0].focus();
  }
  function takeBackQuestion(focused) {
    byId("edit-question").replaceChildren();
    check();
    focused.focus();
  }

  /* Somebody else saved meanwhile: what they changed, and one click to save on top of it. */
  function conflict(answer, more) {
    const again = () => {
      open.revision = answer.revision;
      save(more);
    };
    question(
      "The file has changed since you opened this form; nothing of yours is lost.",
      [["Save on top of their change", "main-button", again]],
      node(
        "pre",
        { class: "diff", tabindex: "0", role: "region", "aria-label": "What changed meanwhile" },
        answer.changes || "(what changed is not known)",
      ),
    );
  }

  function askUnlink(answer) {
    const sure = () => save({ kind: "delete", unlink: true });
    const keep = () => takeBackQuestion(byId("edit-delete"));
    question(answer.error, [["Delete, and remove these links", "danger", sure], ["Keep it", "", keep]]);
  }

  function askDelete() {
    const sure = () => save({ kind: "delete" });
    const keep = () => takeBackQuestion(byId("edit-delete"));
    question("Delete this event from the file?", [["Yes, delete it", "danger", sure], ["Keep it", "", keep]]);
  }

  /* Escape is pressed easily: what was written does not go without a question. */
  function leave(cancelled) {
    if (said(entries()) === said(open.began)) return;
    cancelled.preventDefault();
    const stay = () => takeBackQuestion(inputs()[0]);
    question("Discard your changes?", [["Keep editing", "", stay], ["Discard", "danger", close]]);
  }

  async function start(event) {
    if (dialog || isOpening) return undefined;
    isOpening = true;
    const answer = await ask("form?event=" + encodeURIComponent(event));
    isOpening = false;
    if (answer.status !== 200) return notice(answer.error, "");
    wasRestarted = false;
    open = { event, revision: answer.revision, kind: event ? "replace" : "add" };
    const title = event ? "Edit event" : "Add event";
    const button = (id, words, more = "") => node("button", { type: "button", id, class: "button " + more }, words);
    const words = (id) => node("div", { id, class: "edit-said", role: "alert" });
    const foot = node("div", { class: "edit-foot" }, words("edit-question"), words("edit-said"), button("edit-save", "Save", "main-button"), button("edit-cancel", "Cancel"));
    if (event) foot.append(button("edit-delete", "Delete", "danger"));
    dialog = node(
      "dialog",
      { class: "edit-dialog", "aria-labelledby": "edit-title" },
      node("h2", { id: "edit-title" }, title),
      ...window.dash_clientside.markup.nodes(answer.form),
      node("ul", { id: "edit-notes", class: "quiet", "aria-label": "Remarks" }),
      node("h3", {}, "What changes in the file"),
      node("pre", { id: "edit-diff", class: "diff", tabindex: "0", role: "region", "aria-label": "Change of the file" }),
      foot,
    );
    byId("editor").append(dialog);
    for (const select of dialog.querySelectorAll("select")) select.value = select.dataset.value ?? "";
    open.began = entries();
    dialog.addEventListener("close", close);
    dialog.addEventListener("cancel", leave);
    dialog.showModal();
    byId("edit-save").disabled = true;
    inputs()[0].focus();
    check();
    return undefined;
  }

  async function undo(button) {
    button.disabled = true;
    const answer = await ask("undo", { kind: "undo", revision: button.dataset.undo });
    notice(answer.status === 200 ? "Undone." : answer.error, "");
    byId("add-event").focus();
    if (answer.status !== 200) return undefined;
    setTimeout(window.timeline.remark, REMARK_AFTER);
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
    else if (button.dataset.undo) undo(button);
    else if (dialog?.contains(button) && ["more", "another", "less"].some((key) => key in button.dataset)) grow(button);
    else if (button.id === "edit-save") save();
    else if (button.id === "edit-cancel") close();
    else if (button.id === "edit-delete") askDelete();
  });
  document.addEventListener("connection-back", () => dialog && check());
  document.addEventListener("input", ({ target }) => dialog?.contains(target) && check());
  document.addEventListener("change", ({ target }) => dialog?.contains(target) && check());
  document.addEventListener("keydown", (key) => {
    const inField = dialog?.contains(key.target) && key.target.matches("input, textarea, select");
    if (inField && key.key === "Enter" && (key.ctrlKey || key.metaKey) && !byId("edit-save").disabled) save();
  });
})();
