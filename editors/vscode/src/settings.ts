import { type TextDocument, workspace } from "vscode";
import { commandOf } from "./command";

export const SECTION = "ctct-lint";

export function isXml(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === "xml";
}

export function serverCommand(): string[] {
  const setting: unknown = workspace.getConfiguration(SECTION).get("command");
  return commandOf(setting, workspace.workspaceFolders?.[0]?.uri.fsPath);
}
