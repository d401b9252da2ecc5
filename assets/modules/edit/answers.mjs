/* Answers about the form: problems beside their inputs, readings, remarks and the change. */
import { byId, element } from "../dom.mjs";
import { inputs, nameOf } from "./form.mjs";
import { session } from "./session.mjs";

const RESTARTED = "The server was restarted; your text is kept.";

function forgetProblems(dialog) {
  for (const old of dialog.querySelectorAll(".edit-problem")) old.remove();
  for (const input of dialog.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/* The input with the name of a problem, or else the first input of its field. */
const inputOf = (all, name) =>
  all.find((input) => nameOf(input) === name) ||
  all.find((input) => nameOf(input).split(".")[0] === name);

function showProblem(input, message, id) {
  input.setAttribute("aria-invalid", "true");
  const others = input.getAttribute("aria-describedby");
  input.setAttribute("aria-describedby", others ? `${others} ${id}` : id);
  const words = element("p", { class: "edit-problem", id }, message);
  const around = input.closest(".edit-item, .edit-field");
  if (around) around.append(words);
  else input.after(words);
  for (let box = input.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
}

/* Show each problem beside its input; return the sentences of problems that belong to no input. */
function showProblems(dialog, { problems = [], error }) {
  const all = inputs(dialog);
  const general = [];
  problems.forEach(({ input: name, message }, number) => {
    const input = inputOf(all, name);
    if (input) showProblem(input, message, `edit-problem-${number}`);
    else general.push(message);
  });
  if (error && !problems.length) general.push(error);
  return general;
}

/* Whether the form cannot be saved; an unchecked form can, since saving checks it. */
const isWrong = ({ status, problems, error, diff }) =>
  Boolean(problems?.length || (status === 200 && (error || !diff)));

export function showAnswer(answer) {
  const { dialog, isSaving, wasRestarted } = session;
  const { readings = {}, notes = [], diff = "" } = answer;
  forgetProblems(dialog);
  const general = showProblems(dialog, answer);
  byId("edit-said").textContent = [...(wasRestarted ? [RESTARTED] : []), ...general].join(" ");
  for (const output of dialog.querySelectorAll("[data-reading]")) {
    output.textContent = readings[output.dataset.reading] ?? "";
  }
  byId("edit-notes").replaceChildren(...notes.map((words) => element("li", {}, words)));
  byId("edit-diff").textContent = diff;
  byId("edit-save").disabled = isSaving || isWrong(answer);
}

/* Show a message beside the button that opens the editor; with a revision, offer to undo it. */
export function showNotice(words, revision = "") {
  const attributes = { type: "button", class: "button", "data-undo": revision };
  const undo = revision ? [element("button", attributes, "Undo")] : [];
  byId("edit-notice").replaceChildren(words, " ", ...undo);
}
