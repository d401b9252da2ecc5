/* Questions at the foot of the form: a question stays until the answer; checking continues. */
import { byId, element, spaced } from "../dom.mjs";
import { onEscape } from "../escape.mjs";
import { check } from "./checking.mjs";
import { session } from "./session.mjs";

export const dropQuestion = () => byId("edit-question").replaceChildren();

/* Ask a question of one sentence or several; each answer is a label, the class of its button, and its action. */
export function question(words, answers, ...more) {
  const buttons = answers.map(([label, look, act]) => {
    const button = element("button", { type: "button", class: "button " + look }, label);
    button.addEventListener("click", act);
    return button;
  });
  byId("edit-question").replaceChildren(...spaced(words), " ", ...more, ...buttons);
  buttons[0].focus();
}

/* Remove the question, and focus an element. */
export function takeBackQuestion(focused) {
  dropQuestion();
  check();
  focused.focus();
}

/* Escape takes back a question that has an answer which changes nothing; a draft waits for its answer. */
onEscape("question", () => {
  const stays = ".button:not(.danger, .main-button)";
  const answer = session.isOffered ? null : byId("edit-question")?.querySelector(stays);
  answer?.click();
  return Boolean(answer);
});
