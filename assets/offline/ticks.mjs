/* Ticks of a linear axis of time, at whole hours, days, months or years. */
import { language } from "../modules/words.mjs";

const HOUR = 3600;
const STEPS = [
  ...[1, 6].map((n) => ["hour", n, HOUR]),
  ...[1, 2, 7].map((n) => ["day", n, 24 * HOUR]),
  ...[1, 3, 6].map((n) => ["month", n, 30 * 24 * HOUR]),
  ...[1, 2, 5, 10, 20, 50, 100, 500, 1000].map((n) => ["year", n, 365 * 24 * HOUR]),
];
const LEAST = 74;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = (number) => String(number).padStart(2, "0");
const yearOf = (year) => (year > 0 ? String(year) : `${1 - year} BCE`);

const DAY = { day: "numeric", month: "short" };
const SHOWN = {
  hour: { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { ...DAY, year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

function translated(date, unit) {
  const zone = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
  const era = date.getUTCFullYear() < 1 ? { era: "short" } : {};
  return date.toLocaleString(language, { ...SHOWN[unit], ...zone, ...era });
}

/* The words of English do not depend on the browser. */
function labelOf(date, unit) {
  if (language !== "en") return translated(date, unit);
  const month = MONTHS[date.getUTCMonth()];
  const year = yearOf(date.getUTCFullYear());
  if (unit === "hour") return `${date.getUTCDate()} ${month}, ${two(date.getUTCHours())}:00`;
  if (unit === "day") return `${date.getUTCDate()} ${month} ${year}`;
  return unit === "month" ? `${month} ${year}` : year;
}

/* First second of a month, which may be beyond the twelfth; `Date.UTC` would move the years 0–99. */
function monthStart(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / 1000;
}

/* Return second and label of each tick. `offset` is that of the zone of the file, in seconds. */
export function ticksOf(from, to, width, offset) {
  const perPixel = (to - from) / width;
  const [unit, n, seconds] =
    STEPS.find(([, number, size]) => number * size >= LEAST * perPixel) ?? STEPS.at(-1);
  const [begin, end] = [from + offset, to + offset];
  const found = [];
  const add = (at) => found.push([at - offset, labelOf(new Date(at * 1000), unit)]);
  if (unit === "hour" || unit === "day") {
    const step = n * seconds;
    for (let at = Math.ceil(begin / step) * step; at < end; at += step) add(at);
    return found;
  }
  const months = unit === "month" ? n : 12 * n;
  const first = new Date(begin * 1000);
  let month = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (month = Math.ceil(month / months) * months; ; month += months) {
    const at = monthStart(Math.floor(month / 12), ((month % 12) + 12) % 12);
    if (at >= end) return found;
    if (at >= begin) add(at);
  }
}
