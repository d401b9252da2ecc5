/* Titles above the lanes: the most important first, each where it overlaps and crosses nothing. */
const pen = document.createElement("canvas").getContext("2d");
const ROWS = 8;
const MOST = 60;
const GAP = 8;
/* Number of the most important titles, which are placed before all others. */
const FIRST = 24;

const widths = new Map();

function widthOf(text) {
  if (!widths.has(text)) {
    pen.font = `12.5px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(text, pen.measureText(text).width + 8);
  }
  return widths.get(text);
}

/* Whether a title fits into a row: its text meets no text of the row and no leader of a row above,
   and its leader meets no text of a row below. */
function isFree(placed, row, left, right, x) {
  return placed.every((other) => {
    if (other.row === row && left < other.right + GAP && other.left < right + GAP) return false;
    if (other.row > row && left < other.x && other.x < right) return false;
    return !(other.row < row && other.left < x && x < other.right);
  });
}

/* Rows from the lanes upward, for texts to the right of their leader; texts to its left begin at the
   top, so that the leaders of the others end below them. */
const UPWARD = Array.from({ length: ROWS }, (_, row) => row);
const WAYS = [
  ["", UPWARD],
  ["end", UPWARD.toReversed()],
];

function place(placed, event, x, size, width) {
  for (const [side, rows] of WAYS) {
    const [left, right] = side ? [x - size, x - GAP / 4] : [x + GAP / 4, x + size];
    if (left < 0 || right > width) continue;
    const row = rows.find((one) => isFree(placed, one, left, right, x));
    if (row !== undefined) return placed.push({ event, x, row, left, right, side });
  }
  return null;
}

/* Return the titles that fit: event, x of the leader, side, and row, counted from the lanes.
   `wanted` are pairs of an event and the x of its mark, the most important first. */
export function placeTitles(wanted, width, titleOf) {
  const placed = [];
  // From right to left, the leader of each title passes beside those before it.
  const first = wanted.slice(0, FIRST).toSorted(([, one], [, other]) => other - one);
  for (const [event, x] of [...first, ...wanted.slice(FIRST)]) {
    if (placed.length === MOST) break;
    place(placed, event, x, widthOf(titleOf(event)), width);
  }
  const used = [...new Set(placed.map(({ row }) => row))].toSorted((one, other) => one - other);
  for (const title of placed) title.row = used.indexOf(title.row);
  return placed;
}
