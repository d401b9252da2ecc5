/* Seconds and pixels: conversions, and the windows of gestures, as pure functions. */

/* In seconds: the shortest window. */
export const SHORTEST = 600;

/* The value at `at` on the line through two columns of knots; beyond the ends the outer lines go
   on. */
function along(knots, from, to, at) {
  let upper = knots.findIndex((knot) => knot[from] >= at);
  if (upper < 0) upper = knots.length - 1;
  const [one, other] = [knots[Math.max(0, upper - 1)], knots[Math.max(1, upper)]];
  const share = (at - one[from]) / (other[from] - one[from] || 1);
  return one[to] + share * (other[to] - one[to]);
}

/* A scale is piecewise linear: `knots` of [second, pixel], ascending, and the `width` in pixels. */
export const toX = ({ knots }, second) => along(knots, 0, 1, second);
export const toSecond = ({ knots }, x) => along(knots, 1, 0, x);

/* A window scaled by a factor around a point, which is a share of the window from its left end. */
export function zoomed([lower, upper], factor, at = 0.5) {
  const middle = lower + (upper - lower) * at;
  return [middle - (middle - lower) * factor, middle + (upper - middle) * factor];
}

/* A window moved by a share of its span. */
export const panned = ([lower, upper], share) => [
  lower + (upper - lower) * share,
  upper + (upper - lower) * share,
];

/* The ends in which two fingers keep their places, or null if the fingers are too near to each
   other or have crossed. Positions of fingers are shares of the width of the plot area. */
export function pinched(places, [one, other]) {
  if (Math.abs(other - one) < 0.02) return null;
  const span = (places[1] - places[0]) / (other - one);
  return span > 0 ? [places[0] - one * span, places[0] + (1 - one) * span] : null;
}

/* Seconds at the first of a month in UTC; `Date.UTC` would read the year 99 as 1999. */
function firstOf(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / 1000;
}

/* The month, quarter or year that contains a second, for a number of months. */
export function calendarUnit(second, months) {
  const at = new Date(1000 * second);
  const year = at.getUTCFullYear();
  const month = Math.floor(at.getUTCMonth() / months) * months;
  return [firstOf(year, month), firstOf(year, month + months)];
}
