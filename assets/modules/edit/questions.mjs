/* Questions at the foot of the form: a question stays until the answer; checking continues. */
import { byId, element } from "../dom.mjs";
import { check } from "./checking.mjs";

export const dropQuestion = () => byId("edit-question").replaceChildren();

/* Ask a question; each answer is a label, the class of its button, and its action. */
export function question(words, answers, ...more) {
  const buttons = answers.map(([label, look, act]) => {
    const button = element("button", { type: "button", class: "button " + look }, label);
    button.addEventListener("click", act);
    return button;
  });
  byId("edit-question").replaceChildren(words + " ", ...more, ...buttons);
  buttons[0].focus();
}

/* Remove the question, and focus an element. */
export function takeBackQuestion(focused) {
  dropQuestion();
  check();
  focused.focus();
}
