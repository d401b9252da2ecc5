/* The network of a part of the events: every node and line where the page has it, counted again. */
import { byId, drawn, sign } from "./dom.mjs";
import { data, isFiltered, isFirm, isWhole } from "./events.mjs";

const BOUNDS = [-5, -1, 1, 5];
const net = byId("network");
const wholeNetwork = drawn(data.network);

const toneOf = (score) =>
  score <= BOUNDS[0]
    ? 0
    : score <= BOUNDS[1]
      ? 1
      : score < BOUNDS[2]
        ? 2
        : score < BOUNDS[3]
          ? 3
          : 4;

const BOTH = { acts: 2, share: 0.25 };

const newSum = () => ({ n: 0, sum: 0 });
const meanOf = ({ n, sum }) => toneOf(Number((sum / n).toFixed(9)));

function addTo(one, score) {
  one.n += 1;
  one.sum += score;
}

/* Number and sum of the scores of all relations by dyad, and of its acts of conflict and of
   cooperation; relations that are `joint` are in the first alone. */
function tally(events) {
  const found = new Map();
  for (const event of events) {
    const ties = data.ties[event];
    for (let at = 0; at < ties.length; at += 2) {
      const isJoint = ties[at] < 0;
      const dyad = isJoint ? -1 - ties[at] : ties[at];
      const score = ties[at + 1];
      const one = found.get(dyad) ?? { all: newSum(), sides: [newSum(), newSum()], isTie: false };
      found.set(dyad, one);
      addTo(one.all, score);
      one.isFirm ||= isFirm(event);
      one.isTie ||= !isJoint;
      if (!isJoint && toneOf(score) !== 2) addTo(one.sides[toneOf(score) < 2 ? 0 : 1], score);
    }
  }
  return found;
}

/* Tones of a dyad: that of its mean, or two where conflict and cooperation are both strong. */
function tonesOf({ all, sides, isTie }) {
  const least = Math.min(...sides.map(({ n }) => n));
  if (least >= BOTH.acts && least >= BOTH.share * all.n) return sides.map(meanOf);
  return [isTie ? meanOf(all) : 2];
}

/* Point of a cubic curve at which the page places the sign of a half: the ninth of twelve. */
function signAt(path) {
  const p = path.match(/-?[\d.]+/g).map(Number);
  const [t, u] = [8 / 11, 3 / 11];
  const weights = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
  return [0, 1].map((axis) =>
    weights.reduce((sum, share, at) => sum + share * p[2 * at + axis], 0),
  );
}

/* Draw a half again for what it counts. Where it counts nothing it is thin, and without the other
   half it is left out. */
function drawHalf(half, counted, isSilent, most) {
  const line = half.querySelector(".line");
  if (!counted && isSilent) return half.remove();
  if (!counted) {
    half.setAttribute("class", "silent");
    return half.replaceChildren(line);
  }
  const wide = Math.max(0.9, Math.min(counted.all.n * Math.min(1.1, 12 / most), 12));
  const [x, y] = signAt(line.getAttribute("d"));
  // Of two tones the second is a narrower line on the first, and its sign is farther out.
  const parts = tonesOf(counted).flatMap((tone, at) => {
    const part = line.cloneNode();
    part.setAttribute("class", `line tone-${tone}${counted.isFirm ? "" : " dashed"}`);
    part.setAttribute("stroke-width", Math.max(0.9, wide / (1 + at)).toFixed(1));
    return [part, sign(x, y - 8 * at, tone, 0, true, 7)[0]];
  });
  return half.replaceChildren(...parts);
}

function countAgain(events) {
  const copy = wholeNetwork.cloneNode(true);
  const counts = tally(events);
  const isSilent = (dyad) =>
    !counts.has((dyad % data.nodes) * data.nodes + Math.floor(dyad / data.nodes));
  for (const line of copy.querySelectorAll(".silent path")) {
    if (isSilent(Number(line.dataset.dyad))) line.remove();
  }
  const most = Math.max(1, ...[...counts.values()].map(({ all }) => all.n));
  const active = new Set();
  for (const half of copy.querySelectorAll(".half")) {
    const dyad = Number(half.dataset.dyad);
    if (counts.has(dyad)) active.add(Math.floor(dyad / data.nodes)).add(dyad % data.nodes);
    drawHalf(half, counts.get(dyad), isSilent(dyad), most);
  }
  for (const node of copy.querySelectorAll(".node")) {
    node.classList.toggle("idle", !active.has(Number(node.dataset.n)));
  }
  return copy;
}

export function drawNetwork(events) {
  net.replaceChildren(isWhole() && !isFiltered() ? wholeNetwork : countAgain(events));
}
