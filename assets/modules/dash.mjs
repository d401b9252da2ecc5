/* Dash in the browser: functions of clientside callbacks and of components, and properties. */

const dash = (window.dash_clientside ??= {});

/* Register the functions of one namespace; `page/callbacks.py` names them. */
export function provide(namespace, functions) {
  dash[namespace] = functions;
}

/* Register a function that a component calls; the layout names it. */
export function provideTo(components, functions) {
  window[components] = { ...window[components], ...functions };
}

export const setProps = (id, props) => dash.set_props(id, props);

/* Value of a callback that changes nothing; Dash defines it at its first callback. */
export const noUpdate = () => dash.no_update;
