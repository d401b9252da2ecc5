/* Words of the page in the language of the document: sentences by their English text, as
   `dashboard/words/language.py` has them. The document has the translations of all texts that its
   modules write; an English one has none. */

const SEPARATOR = "\u0004";

/* The translations in a document: `texts` by the English text, after its context if it has one, and
   `plurals` by the English text for 1, each with a text by plural category. */
function readCatalogue() {
  const written = document.querySelector("script#catalogue");
  return { texts: {}, plurals: {}, ...JSON.parse(written?.textContent || "{}") };
}

const { texts, plurals } = readCatalogue();

/* Language of the document. */
export const language = document.documentElement.lang || "en";

const integers = new Intl.NumberFormat(language, { numberingSystem: "latn" });
const categories = new Intl.PluralRules(language);

/* A whole number with the group separator of the language. */
export const grouped = (number) => integers.format(number);

const written = (value) => (Number.isInteger(value) ? grouped(value) : String(value));

/* A text with the values of its placeholders; one without a value stays. */
const filled = (text, values) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name) => (name in values ? written(values[name]) : whole));

/* A sentence in the language of the document. Numbers among the values of its placeholders get the
   group separator of the language, so a year is given as a text. */
export const gettext = (message, values = {}) => filled(texts[message] ?? message, values);

/* A sentence whose English words have several meanings, in the one that the context names. */
export const pgettext = (context, message, values = {}) =>
  filled(texts[context + SEPARATOR + message] ?? message, values);

/* A sentence in the plural form of a number, which is the value of `{n}`. */
export function ngettext(one, other, n, values = {}) {
  const forms = plurals[one];
  const own = n === 1 ? one : other;
  const text = forms ? (forms[categories.select(n)] ?? forms.other) : own;
  return filled(text, { n, ...values });
}

/* Attributes of an element with an English text on a page of any language. */
export const ENGLISH = { lang: "en", dir: "ltr" };
