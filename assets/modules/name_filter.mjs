/* The search within a control's options: by the label, or by the beginning of a word of any other
   name, so that "DPRK" and "Nordkorea" find North Korea. */
import { provideTo } from "./dash.mjs";

/* A text without case, accents, dots and apostrophes; hyphens, commas and brackets are spaces. */
export const normalised = (text) =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[.'’]/g, "")
    .replaceAll(/[-–,;:/()[\]\s]+/g, " ")
    .trim();

export function matches({ label, keywords = "" }, search) {
  const begins = (name) => ` ${normalised(name)}`.includes(` ${search}`);
  return normalised(label).includes(search) || keywords.split("\n").some(begins);
}

/* Mantine calls this with options, or groups of options, and the text of the search field. */
function byAnyName({ options, search }) {
  const wanted = normalised(search);
  return options.flatMap((option) => {
    if (!("items" in option)) return matches(option, wanted) ? [option] : [];
    const items = option.items.filter((item) => matches(item, wanted));
    return items.length ? [{ ...option, items }] : [];
  });
}

provideTo("dashMantineFunctions", { byAnyName });
