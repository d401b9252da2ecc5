/* Answers about the form: problems beside their inputs, readings, remarks and the change. */
import { byId, element, english, spaced } from "../dom.mjs";
import { ENGLISH, gettext } from "../words.mjs";
import { inputs, nameOf } from "./form.mjs";
import { remedyButtons } from "./remedies.mjs";
import { session } from "./session.mjs";

const PROBLEM = "edit-problem-";
const RESTARTED = gettext("The server was restarted; your text is kept.");

function forgetProblems(dialog) {
  for (const old of dialog.querySelectorAll(".edit-problem, .edit-remedies")) old.remove();
  for (const input of dialog.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    describe(input, meaningOf(input));
  }
}

/* The ids of the texts that describe an input: its problems, then its meaning. */
const describe = (input, ids) => input.setAttribute("aria-describedby", ids.join(" ").trim());
const idsOf = (input) => (input.getAttribute("aria-describedby") ?? "").split(" ");
const meaningOf = (input) => idsOf(input).filter((id) => !id.startsWith(PROBLEM));
const problemsOf = (input) => idsOf(input).filter((id) => id.startsWith(PROBLEM));

/* The input with the name of a problem, or else the first input of its field. */
const inputOf = (all, name) =>
  all.find((input) => nameOf(input) === name) ||
  all.find((input) => nameOf(input).split(".")[0] === name);

function showProblem(input, problem, id) {
  input.setAttribute("aria-invalid", "true");
  describe(input, [...problemsOf(input), id, ...meaningOf(input)]);
  const words = element("p", { class: "edit-problem", id, ...ENGLISH }, problem.message);
  const parts = [words, ...remedyButtons(input, problem, id)];
  const around = input.closest(".edit-item, .edit-field");
  if (around) around.append(...parts);
  else input.after(...parts);
  for (let box = input.closest("details"); box; box = box.parentElement.closest("details")) {
    box.open = true;
  }
}

/* Show each problem beside its input once the focus left it, or after Save; return those of
   problems that belong to no input. */
function showProblems(dialog, { problems = [], error }) {
  const all = inputs(dialog);
  const general = [];
  problems.forEach((problem, number) => {
    const input = inputOf(all, problem.input);
    if (!input) general.push(english(problem.message));
    else if (session.wasTried || session.left.has(input)) {
      showProblem(input, problem, PROBLEM + number);
    }
  });
  if (error && !problems.length) general.push(...error);
  return general;
}

/* Show the problems of an answer in place of those before; a remedy keeps the focus. */
function showProblemsAnew(dialog, answer) {
  const focused = document.activeElement?.dataset.remedy;
  forgetProblems(dialog);
  const general = showProblems(dialog, answer);
  if (focused) dialog.querySelector(`[data-remedy="${focused}"]`)?.focus();
  return general;
}

/* Write sentences into a live region, which reads them aloud only if they are others. */
function say(id, sentences) {
  const words = element("div", {}, ...spaced(sentences.filter(Boolean)));
  if (byId(id).textContent !== words.textContent) byId(id).replaceChildren(...words.childNodes);
}

export function showAnswer(answer) {
  const { dialog, wasTried, wasRestarted } = session;
  const { readings = {}, notes = [], diff = "", count = "" } = answer;
  session.answer = answer;
  const general = showProblemsAnew(dialog, answer);
  say("edit-said", [wasRestarted && RESTARTED, wasTried && count, ...general]);
  // Until Save was tried, a problem is reported when its field is left.
  const shown = [...dialog.querySelectorAll(".edit-problem")].map((words) =>
    english(words.textContent),
  );
  say("edit-heard", wasTried ? [] : shown);
  for (const output of dialog.querySelectorAll("[data-reading]")) {
    output.textContent = readings[output.dataset.reading] ?? "";
  }
  byId("edit-notes").replaceChildren(...notes.map((words) => element("li", {}, english(words))));
  byId("edit-diff").textContent = diff;
}

/* Show the problems of the last answer as after Save, and focus the first. */
export function showAll(answer = session.answer) {
  session.wasTried = true;
  showAnswer(answer);
  (session.dialog.querySelector("[aria-invalid]") ?? byId("edit-save")).focus();
}
