import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "../src/command";

test("a command is a program and its arguments", () => {
  assert.deepEqual(commandOf(["ctct-lint", "server"]), ["ctct-lint", "server"]);
});

test("the folder is put in wherever it is named, whatever its name looks like", () => {
  const setting = ["${workspaceFolder}/.venv/bin/ctct-lint", "${workspaceFolder}:${workspaceFolder}"];

  assert.deepEqual(commandOf(setting, "/a $& b"), ["/a $& b/.venv/bin/ctct-lint", "/a $& b:/a $& b"]);
  assert.deepEqual(commandOf(setting), ["./.venv/bin/ctct-lint", ".:."]);
});

test("what is no list of words is no command", () => {
  for (const setting of [undefined, null, "ctct-lint server", ["ctct-lint", 1], {}]) {
    assert.deepEqual(commandOf(setting), []);
  }
});
