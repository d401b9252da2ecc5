/* The open event: gestures and keys open one, the address names it. */
import { setProps } from "./dash.mjs";

export const openEvent = (id) => setProps("event", { data: id });

export const idOfOpenEvent = () => new URLSearchParams(window.location.search).get("event");
