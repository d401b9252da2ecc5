/* What a reader sees on the page: signs, titles, texts, edges and rooms, in pixels of the screen. */
export function measure() {
  const box = (part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const timeline = document.querySelector("#timeline > svg");
  const isSeen = (part) => part.checkVisibility?.() && part.getBoundingClientRect().width > 1;
  const texts = all("body *").filter(
    (part) => isSeen(part) && [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  const leaders = all("#timeline .title").map((title) => [
    title.dataset.event,
    ...(title.querySelector(".leader") ? box(title.querySelector(".leader")) : [0, 0, 0, 0]),
  ]);
  const edges = all("#relations a[data-dyad]").map((edge) => {
    const path = edge.querySelector("path.half, path.edge, path");
    const matrix = path.getScreenCTM();
    const length = path.getTotalLength();
    const points = Array.from({ length: 41 }, (_, at) =>
      path.getPointAtLength((at * length) / 40).matrixTransform(matrix),
    );
    const width = Number.parseFloat(getComputedStyle(path).strokeWidth) || 1;
    const name = edge.getAttribute("aria-label") ?? "";
    return { dyad: edge.dataset.dyad, width, length, name, points: points.map(({ x, y }) => [x, y]) };
  });
  return {
    axis: timeline ? JSON.parse(timeline.dataset.axis) : [],
    isUpright: Boolean(timeline?.dataset.upright),
    plot: timeline ? box(timeline.querySelector(".plot-area")) : null,
    marks: all("#timeline .event").flatMap((event) =>
      all(".mark", event).map((mark) => [event.dataset.event, ...box(mark)]),
    ),
    titles: all("#timeline .title").map((title) => [
      title.dataset.event,
      ...box(title.querySelector("text")),
    ]),
    leaders,
    rows: all("#timeline .event").map((event) => [event.dataset.event, ...box(event)]),
    texts: texts.map((part) => [
      Number.parseFloat(getComputedStyle(part).fontSize),
      part.textContent.trim().slice(0, 30),
    ]),
    outside: all("svg text").filter((text) => {
      const [own, room] = [box(text), box(text.ownerSVGElement)];
      return isSeen(text) && (own[0] < room[0] - 1 || own[1] < room[1] - 1 || own[2] > room[2] + 1 || own[3] > room[3] + 1);
    }).map((text) => text.textContent),
    nodes: all("#relations a[data-actor]").map((node) => ({
      actor: node.dataset.actor,
      circles: all("circle", node).map(box),
      names: all("text", node).map(box),
    })),
    edges,
    rooms: Object.fromEntries(
      ["timeline", "relations", "change"].map((name) => [
        name,
        box(document.querySelector(`.figure-${name}`)),
      ]),
    ),
    card: all("#card-title").map(box)[0] ?? null,
    claims: all("#event-details .claims > li").map(box),
    page: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  };
}
