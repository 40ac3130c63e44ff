import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MENDED, TEXT } from "./document";
import { CODE_SERVER, Editor } from "./editor";

const NEEDED = "needs CODE_SERVER: the program of code-server, which is VS Code in a browser";

describe("in VS Code", { skip: CODE_SERVER ? false : NEEDED }, () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.open(TEXT);
  });
  after(() => editor.close());

  test("what is wrong is underlined and counted", async () => {
    await editor.counted(3, 1);
    assert.equal((await editor.page.$$(".squiggly-error")).length, 3);
    assert.equal((await editor.page.$$(".squiggly-warning")).length, 1);
  });

  test("hovering tells what is wrong, what to do, and what the element is", async () => {
    await editor.goTo(16, 23);
    await editor.press("Control+k", "Control+i");
    const hover = await editor.seen(".monaco-hover", "CTC203 invalid-enum-value");
    assert.match(hover, /`firstname` is not a valid GreetingName/);
    assert.match(hover, /expected one of/);
    assert.match(hover, /GreetingName, in Campaign/);
    await editor.press("Escape");
  });

  test("the operation is chosen in the status bar, and counts at once", async () => {
    await editor.seen(".statusbar", "ctct-lint: as configured");
    await editor.page.click(".statusbar-item[aria-label*='ctct-lint: as configured'] a");
    await editor.choose("update");
    await editor.seen(".statusbar", "ctct-lint: update");
    await editor.counted(3, 2);
    await editor.run("ctct-lint: Choose the operation");
    await editor.choose("as configured");
    await editor.counted(3, 1);
  });

  test("what is missing is put in by a quick fix", async () => {
    await editor.goTo(8, 8);
    await editor.press("Control+.");
    const offered = await editor.seen(".action-widget", "explain CTC401");
    assert.match(offered, /insert `<OrganizationState>[^]*ignore CTC401 here[^]*ignore CTC401 in this file/);
    await editor.press("Enter");
    await editor.counted(2, 1);
    await editor.press("Control+z");
    await editor.counted(3, 1);
  });

  test("what is safe is fixed by one command", async () => {
    await editor.run("ctct-lint: Fix all that is safe");
    await editor.counted(1, 0);
    await editor.press("Control+s");
    await editor.until(() => editor.saved() === MENDED);
  });

  test("what may stand at the cursor is offered while one types", async () => {
    await editor.goTo(20, 7);
    await editor.page.keyboard.type("<Organiz");
    const offered = await editor.seen(".suggest-widget", "OrganizationState");
    assert.doesNotMatch(offered, /OrganizationCountry/);
    await editor.press("Escape", "Control+Backspace", "Backspace");
    await editor.counted(1, 0);
  });

  test("the page of the rule at the cursor is shown beside the document", async () => {
    await editor.goTo(8, 8);
    await editor.run("ctct-lint: Explain a rule");
    await editor.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>(".quick-input-widget input.input")?.value.startsWith("CTC"),
    );
    await editor.press("Enter");
    await editor.seen(".tab", /Preview CTC\d{3} /);
  });
});

describe("in VS Code without the server", { skip: CODE_SERVER ? false : NEEDED }, () => {
  test("what to install is told, and where to say the command", async () => {
    const editor = await Editor.open(TEXT, { "ctct-lint.command": ["no-such-program", "server"] });
    try {
      const told = await editor.seen(".notifications-toasts", "Open the settings");
      assert.match(told, /`no-such-program server` cannot be started/);
      assert.match(told, /pip install pygls/);
      assert.match(told, /`ctct-lint.command`/);
    } finally {
      await editor.close();
    }
  });
});
