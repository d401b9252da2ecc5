/* Seconds and pixels: conversions, and the windows of gestures, as pure functions. */

/* In seconds: the shortest window, and the span from which upward a window has whole days. */
export const SHORTEST = 600;
const DAY = 86_400;
const ROUNDED_TO_DAYS = 60 * DAY;

/* Python: second = lower + x / width * (upper - lower) */
export const toSecond = (meta, x) => meta.lower + (x / meta.width) * (meta.upper - meta.lower);
export const toX = (meta, second) =>
  ((second - meta.lower) / (meta.upper - meta.lower)) * meta.width;

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

/* The window in which two fingers keep their seconds, or null if the fingers are too near to each
   other or have crossed. Positions of fingers are shares of the width of the plot area. */
export function pinched(seconds, [one, other]) {
  if (Math.abs(other - one) < 0.02) return null;
  const span = (seconds[1] - seconds[0]) / (other - one);
  return span > 0 ? [seconds[0] - one * span, seconds[0] + (1 - one) * span] : null;
}

/* The window of the bar at a pixel, in whole days or minutes, and wide enough to contain all events
   that the bar counts. */
export function windowOfBar(meta, x) {
  const bar = Math.floor((x * meta.bins) / meta.width);
  const edges = [bar, bar + 1].map((edge) => toSecond(meta, (edge * meta.width) / meta.bins));
  const unit = edges[1] - edges[0] >= ROUNDED_TO_DAYS ? DAY : 60;
  return [Math.floor((edges[0] - 0.5) / unit) * unit, Math.ceil((edges[1] + 0.5) / unit) * unit];
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
