/* The timeline of a part of the events: lanes as the page has them, an even axis, simple titles. */
import { byId, draw, drawn, isolated, sign } from "./dom.mjs";
import { data, isFirm, isFiltered, isWhole, langOf, time, titleOf } from "./events.mjs";
import {
  MOST_SUB_ROWS,
  at,
  byWeight,
  histograms,
  marksOf,
  middlesOf,
  stack,
  topsOf,
  width,
} from "./lanes.mjs";
import { ticksOf } from "./ticks.mjs";
import { placeTitles } from "./titles.mjs";

const LEFT = 112;
const ROW = 16;
const MOST_SINGLES = 250;
const SHORTEST_BAR = 14;
const chart = byId("timeline");
const wholeTimeline = drawn(data.timeline);

function eventGroup(event, { row, x, left, right }, tops) {
  const tone = data.tone[event];
  const middles = middlesOf(event, row, tops);
  const [top, bottom] = [Math.min, Math.max].map((of) => of(...middles.map(([y]) => y)));
  const dashed = isFirm(event) ? "" : " dashed";
  const bar = { class: `bar tone-${tone} fade-1`, x: left, width: right - left, height: 6 };
  const isLong = right - left > SHORTEST_BAR;
  return draw(
    "g",
    { class: "event", "data-e": event },
    bottom > top
      ? draw("path", { class: `link tone-${tone}${dashed}`, d: `M${x} ${top}V${bottom}` })
      : null,
    isLong ? middles.map(([y]) => draw("rect", { ...bar, y: y - 3 })) : null,
    middles.flatMap(([y, role]) => sign(x, y, tone, role, isFirm(event))),
  );
}

function titleGroup({ event, x, row, side }, head, foot) {
  const y = head - 6 - row * ROW;
  return draw(
    "g",
    { class: `title ${side}`, "data-e": event },
    draw("path", { class: "leader", d: `M${x} ${y - 4}V${foot}` }),
    draw("text", { x: x + (side ? -4 : 4), y, lang: langOf(event) }, isolated(titleOf(event))),
  );
}

function ground(tops, heights, foot) {
  const ticks = ticksOf(time.from, time.to, width, data.offset);
  return [
    tops.map((y, lane) =>
      draw("rect", { class: "lane", y: y + 1.5, width, height: heights[lane] - 3 }),
    ),
    ticks.map(([second]) => draw("path", { class: "grid", d: `M${at(second)} 0V${foot}` })),
    data.lanes.map((name, lane) => {
      const y = tops[lane] + heights[lane] / 2 + 4;
      return draw("text", { class: "lane-name", x: -9, y }, isolated(name));
    }),
    ticks.map(([second, words]) =>
      draw("g", { class: "axis" }, draw("text", { x: at(second), y: foot + 16 }, words)),
    ),
  ].flat();
}

function drawWindow(events) {
  const { rows, heights } = stack(events);
  const isDense =
    events.length > MOST_SINGLES || [...rows.values()].some(({ row }) => row === MOST_SUB_ROWS);
  if (isDense) {
    heights.fill(26);
    for (const place of rows.values()) place.row = 0;
  }
  const wanted = events.toSorted(byWeight).map((event) => [event, rows.get(event).x]);
  const titles = placeTitles(wanted.slice(0, 400), width, titleOf);
  const head = ROW * (1 + Math.max(0, ...titles.map(({ row }) => row))) + 8;
  const tops = topsOf(heights, head);
  const foot = heights.reduce((sum, one) => sum + one, head);
  const singles = isDense ? titles.map(({ event }) => event) : events;
  const footOf = (event) => Math.min(...marksOf(event).map(([lane]) => tops[lane])) + 8;
  const [whole, high] = [width + LEFT + 14, foot + 36];
  return draw(
    "svg",
    { class: "timeline", viewBox: `0 0 ${whole} ${high}`, width: whole, height: high },
    draw(
      "g",
      { transform: `translate(${LEFT} 0)` },
      ground(tops, heights, foot),
      isDense ? histograms(events, tops) : null,
      singles.map((event) => eventGroup(event, rows.get(event), tops)),
      titles.map((title) => titleGroup(title, head, footOf(title.event))),
    ),
  );
}

/* Position of a pointer as a share of the plot. */
export function shareAt(pointer) {
  const edge = chart.firstElementChild.getBoundingClientRect();
  const scale = edge.width / (width + LEFT + 14);
  return (pointer.clientX - edge.left - LEFT * scale) / (width * scale);
}

/* Draw once unseen, so that the first filter waits neither for the compiler nor for text widths. */
export const rehearse = (events) => drawWindow(events);

/* Show the drawing of the page for all events and the whole span, else a simpler one. */
export function drawTimeline(events) {
  chart.replaceChildren(isWhole() && !isFiltered() ? wholeTimeline : drawWindow(events));
}
