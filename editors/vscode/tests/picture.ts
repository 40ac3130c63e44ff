/** Takes the picture of the README and of docs/editors.md in a real VS Code. */

import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { TEXT } from "./document";
import { Editor } from "./editor";

const PICTURE = "picture.png";
const STILL = 1500;

const editor = await Editor.open(TEXT, {
  "editor.cursorBlinking": "solid",
  "editor.scrollbar.horizontal": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.sideBar.location": "right",
  "workbench.statusBar.visible": true,
});
try {
  await editor.run("View: Toggle Primary Side Bar Visibility");
  await editor.run("Problems: Focus on Problems View");
  await editor.seen(".markers-panel", "CTC203");
  await editor.page.click(".view-lines");
  await editor.goTo(16, 23);
  await editor.press("Control+.");
  await editor.seen(".action-widget", "explain CTC203");
  // The colours of what has just opened change for a moment.
  await setTimeout(STILL);
  await editor.page.screenshot({ path: PICTURE });
  // Few colours are enough for letters on one ground.
  spawnSync("convert", [PICTURE, "+dither", "-colors", "64", "-strip", `PNG8:${PICTURE}`]);
  copyFileSync(PICTURE, "../../docs/static/vscode.png");
} finally {
  await editor.close();
}
