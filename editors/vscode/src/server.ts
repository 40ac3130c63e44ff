import { commands, type LogOutputChannel, window } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  type ErrorHandler,
  LanguageClient,
  MessageType,
  type ServerOptions,
  ShowMessageNotification,
  type ShowMessageParams,
} from "vscode-languageclient/node";
import type { Pages } from "./pages";
import { SECTION, serverCommand } from "./settings";

const RESTARTS = 3;
const OUTPUT = "Show the output";
const SETTINGS = "Open the settings";

/** A client that leaves it to `Server` to say why the server did not start. */
class Client extends LanguageClient {
  hasStarted = false;

  override error(...[message, data, show]: Parameters<LanguageClient["error"]>): void {
    super.error(message, data, this.hasStarted ? show : false);
  }
}

/** The server's process: started, stopped and replaced one after the other. */
export class Server {
  private client: Client | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly output: LogOutputChannel,
    private readonly pages: Pages,
  ) {}

  restart(): Promise<void> {
    return this.next(async () => {
      await this.end();
      await this.begin();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  /** The client, if its server runs; else the user is told. */
  ready(): LanguageClient | undefined {
    if (this.client?.isRunning()) return this.client;
    void this.tell("the server does not run.");
    return undefined;
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step, step);
    return this.last;
  }

  private async begin(): Promise<void> {
    const [command, ...args] = serverCommand();
    if (!command) {
      void this.tell(`\`${SECTION}.command\` must be a list: a program and its arguments.`);
      return;
    }
    const client = this.made({ command, args });
    try {
      await client.start();
      client.hasStarted = true;
      this.client = client;
    } catch (error) {
      this.output.error(String(error));
      await client.dispose().catch(() => undefined);
      void this.tell(
        `\`${[command, ...args].join(" ")}\` cannot be started. Install ctct-lint with ` +
          `\`pip install\` from its repository, and \`pip install pygls\` beside it; ` +
          `if it is not on the PATH, say where it is in \`${SECTION}.command\`.`,
      );
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A server that has crashed cannot be asked to stop.
    await client?.dispose().catch((error: unknown) => this.output.warn(String(error)));
  }

  private made(options: ServerOptions): Client {
    const handler: ErrorHandler = {
      error: (...given) => fallback.error(...given),
      closed: (): CloseHandlerResult | Promise<CloseHandlerResult> =>
        client.hasStarted
          ? fallback.closed()
          : { action: CloseAction.DoNotRestart, handled: true },
    };
    const client = new Client(SECTION, "ctct-lint", options, {
      documentSelector: [
        { language: "xml", scheme: "file" },
        { language: "xml", scheme: "untitled" },
      ],
      outputChannel: this.output,
      errorHandler: handler,
      initializationFailedHandler: () => false,
    });
    const fallback = client.createDefaultErrorHandler(RESTARTS);
    client.onNotification(ShowMessageNotification.type, (params) => this.show(params));
    return client;
  }

  /** Show what the server says; one with a heading is the page of a rule. */
  private show({ type, message }: ShowMessageParams): void {
    if (type === MessageType.Error) void window.showErrorMessage(message);
    else if (type === MessageType.Warning) void window.showWarningMessage(message);
    else if (message.startsWith("# ")) void this.pages.show(message);
    else void window.showInformationMessage(message);
  }

  private async tell(what: string): Promise<void> {
    const picked = await window.showErrorMessage(`ctct-lint: ${what}`, OUTPUT, SETTINGS);
    if (picked === OUTPUT) this.output.show();
    if (picked === SETTINGS) {
      await commands.executeCommand("workbench.action.openSettings", `${SECTION}.command`);
    }
  }
}
