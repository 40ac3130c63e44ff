import { commands, type ExtensionContext, languages, window, workspace } from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { OperationItem } from "./operation";
import { Pages } from "./pages";
import { Server } from "./server";
import { SECTION, isXml } from "./settings";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("ctct-lint", { log: true });
  const pages = new Pages();
  const operation = new OperationItem();
  const running = new Server(output, pages);
  server = running;
  context.subscriptions.push(
    output,
    pages,
    operation,
    commands.registerCommand("ctct-lint.client.fixAll", () => fixAll(running)),
    commands.registerCommand("ctct-lint.client.explain", () => explain(running)),
    commands.registerCommand("ctct-lint.client.operation", () => operation.choose()),
    commands.registerCommand("ctct-lint.client.restart", () => running.restart()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.command`)) void running.restart();
    }),
    workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

async function fixAll(running: Server): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!isXml(document)) {
    void window.showInformationMessage("ctct-lint: open an XML document first.");
    return;
  }
  const client = running.ready();
  if (!client) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const edits: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
    command: "ctct-lint.fixAll",
    arguments: [uri],
  });
  if (edits === 0) window.setStatusBarMessage("ctct-lint: nothing is safe to fix here", 4000);
}

async function explain(running: Server): Promise<void> {
  const client = running.ready();
  if (!client) return;
  const word = await window.showInputBox({
    prompt: "The code or the name of a rule",
    placeHolder: "CTC203",
    value: codeAtCursor(),
  });
  if (!word?.trim()) return;
  // The server shows the page itself, as it does for its code actions: see `Server`.
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: "ctct-lint.explain",
    arguments: [word.trim()],
  });
}

/** The code of what is shown at the cursor, "" where nothing is. */
function codeAtCursor(): string {
  const editor = window.activeTextEditor;
  if (!editor) return "";
  const here = languages
    .getDiagnostics(editor.document.uri)
    .find((one) => one.source === SECTION && one.range.contains(editor.selection.active));
  const code = typeof here?.code === "object" ? here.code.value : here?.code;
  return String(code ?? "");
}
