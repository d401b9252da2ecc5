/* A chart as the server drew it: its scale, its plot area, and moving it without drawing it again.
   Elements with `data-x` are placed at a pixel of the plot area and keep their size; those of the
   class `stretched` are scaled along the axis. */
import { toX } from "./time_scale.mjs";

export const drawing = (id) => document.querySelector(`#${id} > svg`);

const scales = new WeakMap();

/* Knots of the time axis, [second, pixel], in ascending order, and the width in pixels. */
export function scaleOf(svg) {
  if (!scales.has(svg)) {
    const { axis, width, upright } = svg.dataset;
    scales.set(svg, { knots: JSON.parse(axis), width: Number(width), isUpright: Boolean(upright) });
  }
  return scales.get(svg);
}

export const plotBox = (svg) => svg.querySelector(".plot-area").getBoundingClientRect();

/* Position of a pointer as a share of the plot area. */
export function shareAt(svg, pointer) {
  const box = plotBox(svg);
  return (pointer.clientX - box.left) / box.width;
}

const placed = new WeakMap();

/* The parts that a movement changes, found once for each drawing. */
function partsOf(svg) {
  if (!placed.has(svg)) {
    const points = [...svg.querySelectorAll("[data-x]")];
    placed.set(svg, {
      points: points.map((part) => [part, Number(part.dataset.x)]),
      stretched: [...svg.querySelectorAll(".stretched")],
    });
  }
  return placed.get(svg);
}

/* Show the pixels from `left` to `right` of a drawing in its whole plot area. */
export function showPixels(svg, left, right) {
  const { width, isUpright } = scaleOf(svg);
  if (isUpright) return;
  const factor = width / (right - left);
  const { points, stretched } = partsOf(svg);
  for (const [part, x] of points) {
    part.setAttribute("transform", `translate(${((x - left) * factor).toFixed(1)} 0)`);
  }
  const matrix = `matrix(${factor.toFixed(5)} 0 0 1 ${(-left * factor).toFixed(2)} 0)`;
  for (const group of stretched) group.setAttribute("transform", matrix);
}

/* Show a window on the strip. */
export function showOnStrip(lower, upper) {
  const strip = drawing("overview");
  const box = strip?.querySelector(".window");
  if (!box) return;
  const scale = scaleOf(strip);
  const [left, right] = [lower, upper].map((at) =>
    Math.min(scale.width, Math.max(0, toX(scale, at))),
  );
  box.setAttribute("x", left);
  box.setAttribute("width", Math.max(3, right - left));
}
