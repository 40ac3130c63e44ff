import { commands, type Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import { titleOf } from "./title";

const SCHEME = "ctct-lint-rule";

/** The pages of rules, as documents that can be read and not be changed. */
export class Pages implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: this.changed.event,
    provideTextDocumentContent: (uri) => this.texts.get(uri.path) ?? "",
  });

  /** Show a page in Markdown. */
  async show(text: string): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${titleOf(text)}.md` });
    this.texts.set(uri.path, text);
    this.changed.fire(uri);
    try {
      await commands.executeCommand("markdown.showPreviewToSide", uri);
    } catch {
      // The extension for Markdown can be switched off.
      await window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.provider.dispose();
    this.changed.dispose();
  }
}
