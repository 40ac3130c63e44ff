import { type TextDocument, workspace } from "vscode";

export const SECTION = "ctct-lint";
const FOLDER = "${workspaceFolder}";

export function isXml(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === "xml";
}

/** The program of the server and its arguments; an empty list if the setting is none. */
export function serverCommand(): string[] {
  const words: unknown = workspace.getConfiguration(SECTION).get("command");
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) return [];
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? ".";
  return words.map((word) => word.replaceAll(FOLDER, () => folder));
}
