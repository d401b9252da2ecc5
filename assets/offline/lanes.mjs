/* Lanes of the simple timeline: sub-rows of single events, or counts where they would cover each
   other. */
import { draw } from "./dom.mjs";
import { data, time } from "./events.mjs";

export const width = data.width;
const SUB_ROW = 13;
export const MOST_SUB_ROWS = 6;
const NEAR = 12;
const BIN = 8;

/* Lane and role of each mark of an event. */
export const marksOf = (event) => data.marks[event].map((mark) => [Math.floor(mark / 3), mark % 3]);

export const at = (second) => ((second - time.from) / (time.to - time.from)) * width;
const within = (x) => Math.min(Math.max(x, 0), width);
export const byWeight = (one, other) => data.weight[other] - data.weight[one] || one - other;

/* Give each event the first sub-row in which it is clear of the others of its lanes. */
export function stack(events) {
  const ends = data.lanes.map(() => []);
  const rows = new Map();
  for (const event of [...events].sort((one, other) => data.at[one] - data.at[other])) {
    const [left, right] = [within(at(data.from[event])), within(at(data.to[event]))];
    const x = within(at(data.at[event]));
    const begin = Math.min(x, left);
    const marks = marksOf(event);
    let row = 0;
    while (row < MOST_SUB_ROWS && marks.some(([lane]) => (ends[lane][row] ?? -99) > begin))
      row += 1;
    for (const [lane] of marks) ends[lane][row] = Math.max(x, right) + NEAR;
    rows.set(event, { row, x, left, right });
  }
  return { rows, heights: ends.map((used) => Math.max(26, used.length * SUB_ROW + 6)) };
}

/* Counts of conflict, downward, and of the rest, upward, where single marks would cover each other. */
export function histograms(events, tops) {
  const counts = new Map();
  for (const event of events) {
    const bin = Math.floor(within(at(data.at[event])) / BIN);
    for (const [lane] of marksOf(event)) {
      const key = `${lane} ${bin} ${data.tone[event] < 2 ? 1 : 3}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  return [...counts].map(([key, count]) => {
    const [lane, bin, tone] = key.split(" ").map(Number);
    const height = (12 * count) / most;
    const y = tops[lane] + 13 - (tone === 1 ? 0 : height);
    return draw("rect", { class: `area tone-${tone}`, x: bin * BIN, y, width: BIN - 1, height });
  });
}

/* Top of each lane, the first being at `head`. */
export const topsOf = (heights, head) =>
  heights.map((_, lane) => head + heights.slice(0, lane).reduce((sum, one) => sum + one, 0));

/* Middle of each mark of an event in a sub-row, with its role. */
export const middlesOf = (event, row, tops) =>
  marksOf(event).map(([lane, role]) => [tops[lane] + SUB_ROW * (1 + row), role]);
