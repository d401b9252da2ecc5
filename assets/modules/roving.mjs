/* Roving focus: matrix, bars and pairs are one stop of the Tab key each; arrows walk from mark to mark,
   Home and End go to the ends of a row. */
import { onPlainKey } from "./keys.mjs";
import { whenDrawn } from "./markup.mjs";

const REGIONS = ["relations-panel", "change"];
const ROWS = ".matrix tr, .course, .changes .moved, .changes.aligned";

const rowsOf = (region) =>
  [...region.querySelectorAll(ROWS)].filter((row) => row.querySelector("a"));
const middle = (link) => {
  const { left, width } = link.getBoundingClientRect();
  return left + width / 2;
};
const marksOf = (row) => [...row.querySelectorAll("a")];
const alongRow = (row) => marksOf(row).toSorted((one, other) => middle(one) - middle(other));

/* Make a mark the only stop of its region; by default the chosen or the first one. */
function rove(region, stop) {
  const marks = rowsOf(region).flatMap(marksOf);
  const isCell = (mark) => !mark.matches(".name");
  const only =
    stop ??
    marks.find((mark) => mark.ariaCurrent && isCell(mark)) ??
    marks.find(isCell) ??
    marks[0];
  for (const mark of marks) mark.setAttribute("tabindex", mark === only ? 0 : -1);
}

for (const id of REGIONS) whenDrawn(id, (region) => rove(region));

const regionOf = (target) =>
  target.closest(ROWS) && target.closest(REGIONS.map((id) => `#${id}`).join(", "));

document.addEventListener("focusin", ({ target }) => {
  const mark = target.closest?.("a");
  const region = mark && regionOf(mark);
  if (region) rove(region, mark);
});

function beside(mark, by) {
  const marks = alongRow(mark.closest(ROWS));
  return marks[marks.indexOf(mark) + by];
}

/* The mark in a neighbouring row that is nearest along the row. */
function across(mark, by, region) {
  const rows = rowsOf(region);
  const row = rows[rows.indexOf(mark.closest(ROWS)) + by];
  const x = middle(mark);
  const isNearer = (one, other) => Math.abs(middle(one) - x) - Math.abs(middle(other) - x);
  return row && marksOf(row).toSorted(isNearer)[0];
}

const KEYS = {
  ArrowLeft: (mark) => beside(mark, -1),
  ArrowRight: (mark) => beside(mark, 1),
  ArrowUp: (mark, region) => across(mark, -1, region),
  ArrowDown: (mark, region) => across(mark, 1, region),
  Home: (mark) => alongRow(mark.closest(ROWS))[0],
  End: (mark) => alongRow(mark.closest(ROWS)).at(-1),
};

onPlainKey((press) => {
  const mark = press.target.closest("a");
  const region = KEYS[press.key] && mark && regionOf(mark);
  if (!region) return;
  press.preventDefault();
  KEYS[press.key](mark, region)?.focus();
});
