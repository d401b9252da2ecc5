/* Opening an event: its card is shown, and scrolled into view if it is below the charts. */
import { setProps } from "./dash.mjs";
import { byId } from "./dom.mjs";

/* Smallest width of a window with the card beside the charts, in pixels. */
const NARROW = 900;

export function openEvent(id) {
  setProps("event", { data: id });
  if (window.innerWidth < NARROW) byId("event-details").scrollIntoView({ block: "nearest" });
}

export const idOfOpenEvent = () => new URLSearchParams(window.location.search).get("event");
