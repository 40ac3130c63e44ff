import {
  ConfigurationTarget,
  Disposable,
  StatusBarAlignment,
  type Uri,
  window,
  workspace,
} from "vscode";
import { CHOICES, UNSET } from "./choices";
import { SECTION, isXml } from "./settings";

const NAME = "operation";

/** What the documents are for: shown in the status bar beside XML, and chosen there. */
export class OperationItem implements Disposable {
  private readonly item = window.createStatusBarItem(NAME, StatusBarAlignment.Right, 100);
  private readonly followed = Disposable.from(
    window.onDidChangeActiveTextEditor(() => this.refresh()),
    workspace.onDidOpenTextDocument(() => this.refresh()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.${NAME}`)) this.refresh();
    }),
  );

  constructor() {
    this.item.name = "ctct-lint: operation";
    this.item.command = "ctct-lint.client.operation";
    this.item.tooltip = "ctct-lint: what the documents are for";
    this.refresh();
  }

  async choose(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    const settings = workspace.getConfiguration(SECTION, uri);
    const picked = await window.showQuickPick(CHOICES, {
      title: "ctct-lint: what are the documents for?",
      placeHolder: `now: ${current(uri)}`,
    });
    if (picked) await settings.update(NAME, picked.value, target(uri));
  }

  dispose(): void {
    this.followed.dispose();
    this.item.dispose();
  }

  private refresh(): void {
    const document = window.activeTextEditor?.document;
    if (!isXml(document)) {
      this.item.hide();
      return;
    }
    this.item.text = `ctct-lint: ${current(document.uri)}`;
    this.item.show();
  }
}

function current(uri: Uri | undefined): string {
  return workspace.getConfiguration(SECTION, uri).get<string>(NAME) || UNSET;
}

/** Where to write the choice: where it is set most closely, so that it takes effect. */
function target(uri: Uri | undefined): ConfigurationTarget {
  const known = workspace.getConfiguration(SECTION, uri).inspect(NAME);
  if (known?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  return workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
}
