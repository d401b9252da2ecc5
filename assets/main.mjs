/* The entry: the document loads this module before Dash starts; it imports all other modules. */
import "./modules/connection.mjs";
import "./modules/markup.mjs";
import "./modules/navigation.mjs";
import "./modules/copy_link.mjs";
import "./modules/paper.mjs";
import "./modules/embedding.mjs";
import "./modules/take_away.mjs";
import "./modules/viewport.mjs";
import "./modules/theme.mjs";
import "./modules/reload.mjs";
import "./modules/announce.mjs";
import "./modules/escape.mjs";
import "./modules/opener.mjs";
import "./modules/focus.mjs";
import "./modules/name_filter.mjs";
import "./modules/menus.mjs";
import "./modules/tabs.mjs";
import "./modules/sheet.mjs";
import "./modules/splitters.mjs";
import "./modules/window_dates.mjs";
import "./modules/tips.mjs";
import "./modules/linking.mjs";
import "./modules/timeline_gestures.mjs";
import "./modules/timeline_keys.mjs";
import "./modules/chart_tables.mjs";
import "./modules/periods.mjs";
import "./modules/overview_gestures.mjs";
import "./modules/network_keys.mjs";
import "./modules/page_keys.mjs";
import "./modules/roving.mjs";
import "./modules/zoom_buttons.mjs";
import "./modules/presets.mjs";
import "./modules/play.mjs";
import "./modules/pinch.mjs";
import "./modules/typing.mjs";
import "./modules/languages.mjs";
import { byId, whenPresent } from "./modules/dom.mjs";

/* Load the editor; a click on one of its buttons before it is there is repeated then. */
async function loadEditor() {
  let early = null;
  const keep = ({ target }) => (early = target.closest?.("button"));
  document.addEventListener("click", keep);
  await Promise.all([import("./modules/edit/main.mjs"), import("./modules/table/main.mjs")]);
  document.removeEventListener("click", keep);
  if (early?.matches("[data-edit], [data-copy]") && early.isConnected) early.click();
}

// Only the page of edit mode has an editor.
whenPresent(() => byId("editor"), loadEditor);
