/* The open event: gestures and keys open one, the address names it. */
import { setProps } from "./dash.mjs";

export const openEvent = (id) => setProps("event", { data: id });

export const idOfOpenEvent = () => new URLSearchParams(window.location.search).get("event");

/* Id of the open event, or of the one that was open last: a walk goes on from there. */
let last = null;
export const lastOpened = () => idOfOpenEvent() ?? last;
document.addEventListener("opened", ({ detail }) => (last = detail));
