import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

/** The program of code-server, which is VS Code in a browser; its `entry.js` or a command. */
export const CODE_SERVER = process.env["CODE_SERVER"] ?? "";
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PACKAGE = "ctct-lint.vsix";
const REPOSITORY = resolve("../..");
/** Ends what hangs, and nothing that is only slow. */
const PATIENCE = 120_000;

const OPEN_INPUT = ".quick-input-widget:not([style*='display: none']) input";

const SETTINGS = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** VS Code with the packed extension and one document, in a browser without a screen. */
export class Editor {
  private constructor(
    private readonly home: string,
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
    private readonly path: string,
  ) {}

  static async open(text: string, settings: object = {}): Promise<Editor> {
    const home = mkdtempSync(join(tmpdir(), "ctct-lint-vscode-"));
    const folder = join(home, "campaigns");
    const path = join(folder, "rye.xml");
    for (const made of [folder, join(home, "data", "User")]) mkdirSync(made, { recursive: true });
    writeFileSync(path, text);
    writeFileSync(
      join(home, "data", "User", "settings.json"),
      JSON.stringify({ ...SETTINGS, "ctct-lint.command": lintCommand(), ...settings }),
    );
    const [program, ...words] = command(home);
    const env = { ...process.env, HOME: home };
    const done = spawnSync(program, [...words, "--install-extension", PACKAGE], { env });
    if (done.status !== 0) throw new Error(String(done.stderr) + String(done.stdout));
    const server = spawn(program, [...words, "--auth", "none", "--bind-addr", "127.0.0.1:0"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    process.once("exit", () => server.kill());
    const address = await addressOf(server);
    const browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox"],
      defaultViewport: { width: 1000, height: 640, deviceScaleFactor: 1 },
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const file = `vscode-remote://${new URL(address).host}${path}`;
    const query = new URLSearchParams({
      folder,
      payload: JSON.stringify([["openFile", file]]),
    });
    await page.goto(`${address}/?${query}`);
    await page.waitForSelector(".view-line");
    return new Editor(home, server, browser, page, path);
  }

  /** The document as it is on the disk. */
  saved(): string {
    return readFileSync(this.path, "utf-8");
  }

  /** Wait until what a selector finds holds a text; return all that it holds. */
  async seen(selector: string, text: string | RegExp): Promise<string> {
    const found = await this.page.waitForFunction(
      (where: string, source: string) => {
        const all = [...document.querySelectorAll<HTMLElement>(where)];
        const held = all.map((one) => one.innerText.replaceAll("\u00a0", " ")).join("\n");
        return new RegExp(source).test(held) ? held : false;
      },
      {},
      selector,
      typeof text === "string" ? escaped(text) : text.source,
    );
    return String(await found.jsonValue());
  }

  /** Wait until the status bar counts so many problems. */
  async counted(errors: number, warnings: number): Promise<void> {
    const text = [errors && `Errors: ${errors}`, warnings && `Warnings: ${warnings}`]
      .filter(Boolean)
      .join(", ");
    await this.page.waitForSelector(`.statusbar-item[id="status.problems"][aria-label="${text}"]`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const names = key.split("+") as Parameters<Page["keyboard"]["press"]>[0][];
      const last = names.pop();
      for (const name of names) await this.page.keyboard.down(name);
      if (last) await this.page.keyboard.press(last);
      for (const name of names.reverse()) await this.page.keyboard.up(name);
    }
  }

  /** Run a command by its title in the palette. */
  async run(title: string): Promise<void> {
    await this.press("F1");
    await this.choose(title);
  }

  /** Put the cursor at a line and a column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.press("Control+g");
    await this.page.waitForSelector(OPEN_INPUT);
    await this.page.keyboard.type(`${line}:${column}`);
    await this.press("Enter");
    await this.seen(".statusbar", `Ln ${line}, Col ${column}`);
  }

  /** Take what is offered in the list at the top. */
  async choose(label: string): Promise<void> {
    await this.page.waitForSelector(OPEN_INPUT);
    await this.page.keyboard.type(label);
    await this.seen(".quick-input-list .monaco-list-row.focused", label);
    await this.press("Enter");
  }

  async until(condition: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!condition()) {
      if (Date.now() > end) throw new Error("what is waited for does not come");
      await setTimeout(20);
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.kill();
    await once(this.server, "exit");
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function lintCommand(): string[] {
  const given = process.env["CTCT_LINT"];
  return [given ?? join(REPOSITORY, ".venv", "bin", "ctct-lint"), "server"];
}

function command(home: string): [string, ...string[]] {
  const program: [string, ...string[]] = CODE_SERVER.endsWith(".js")
    ? [process.execPath, CODE_SERVER]
    : [CODE_SERVER];
  return [
    ...program,
    ...["--user-data-dir", join(home, "data"), "--extensions-dir", join(home, "extensions")],
    ...["--config", join(home, "config.yaml"), "--disable-telemetry", "--disable-update-check"],
  ];
}

async function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("code-server has ended")));
    if (!server.stdout) return;
    // Read to its end: a program that cannot write any more may stop.
    createInterface(server.stdout).on("line", (line) => {
      const found = /HTTP server listening on (http:\S+?)\/?$/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
  });
}
