/* Opening an event: its card is shown, and scrolled to where it lies below the charts. */
import { setProps } from "./dash.mjs";
import { byId } from "./dom.mjs";

/* Width in pixels below which the card lies below the charts. */
const NARROW = 900;

export function openEvent(id) {
  setProps("event", { data: id });
  if (window.innerWidth < NARROW) byId("event-details").scrollIntoView({ block: "nearest" });
}

export const idOfOpenEvent = () => new URLSearchParams(window.location.search).get("event");
