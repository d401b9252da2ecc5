/* Buttons beside a problem: they write a remedy into its input, or open the inputs of a new actor. */
import { element } from "../dom.mjs";
import { nodes } from "../markup.mjs";
import { gettext, pgettext } from "../words.mjs";
import { selectValues, spread } from "./form.mjs";

const button = (words, id, act) => {
  const made = element("button", { type: "button", class: "button", "data-remedy": id }, words);
  made.addEventListener("click", act);
  return made;
};

/* Report another value of an input to the form: it is checked, and its draft is kept. */
const changed = (input) => input.dispatchEvent(new Event("change", { bubbles: true }));

function take(input, texts) {
  spread(input, texts);
  changed(input);
  input.focus();
}

function openActor(input, actor) {
  const group = input.closest(".edit-fields").querySelector("[data-group=new]");
  const [made] = nodes(actor);
  selectValues(made);
  group.append(made);
  changed(input);
  made.querySelector("select").focus();
}

/* The buttons of a problem in an element; none if it has no remedy. */
export function remedyButtons(input, { remedies = [], actor = [] }, id) {
  const made = remedies.map((texts, number) => {
    const words = pgettext("a button: write these texts instead", "Use {texts}", {
      texts: texts.join(" · "),
    });
    return button(words, `${id}-${number}`, () => take(input, texts));
  });
  if (actor.length) {
    made.push(button(gettext("Add this actor"), `${id}-new`, () => openActor(input, actor)));
  }
  return made.length ? [element("div", { class: "edit-remedies" }, ...made)] : [];
}
