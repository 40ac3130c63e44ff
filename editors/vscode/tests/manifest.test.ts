import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { CHOICES } from "../src/choices";

interface Manifest {
  contributes: {
    commands: { command: string; title: string }[];
    configuration: { properties: Record<string, { enum?: string[] }> };
  };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf-8")) as Manifest;
const properties = contributes.configuration.properties;
const readme = readFileSync("README.md", "utf-8");
const source = readdirSync("src")
  .map((name) => readFileSync(`src/${name}`, "utf-8"))
  .join("\n");

test("each command that is offered is registered, and no other", () => {
  const registered = [...source.matchAll(/registerCommand\("([^"]+)"/g)].map((found) => found[1]);
  assert.deepEqual(
    contributes.commands.map(({ command }) => command),
    registered,
  );
});

test("the picker offers the values of the setting", () => {
  const values = CHOICES.map(({ value }) => value);
  assert.deepEqual(properties["ctct-lint.operation"]?.enum, values);
});

test("the README names each command and each setting", () => {
  for (const { title } of contributes.commands) assert.ok(readme.includes(`| ctct-lint: ${title} |`), title);
  for (const name of Object.keys(properties)) assert.ok(readme.includes(`\`${name}\``), name);
});

test("nothing is reported to anybody", () => {
  assert.doesNotMatch(source, /telemetry|https?:|fetch\(/i);
});
