import { readFileSync } from "node:fs";

/** A campaign with faults; three of its four fixes are safe. */
export const TEXT = (
  readFileSync("../../fixtures/invalid/greeting-name-and-state.xml", "utf-8").split("<!-- expect")[0] ?? ""
)
  .replace("bread, fresh", "bread & rolls, fresh")
  .replace("choose_one", "firstname");

export const MENDED = TEXT.replace("00 02:00", "00+02:00")
  .replace("bread & rolls", "bread &amp; rolls")
  .replace("firstname", "FirstName");
