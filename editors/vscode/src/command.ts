const FOLDER = "${workspaceFolder}";

/** The program of the server and its arguments; an empty list if the setting is none. */
export function commandOf(setting: unknown, folder = "."): string[] {
  if (!Array.isArray(setting) || !setting.every((word) => typeof word === "string")) return [];
  return setting.map((word) => word.replaceAll(FOLDER, () => folder));
}
