import assert from "node:assert/strict";
import { test } from "node:test";
import { titleOf } from "../src/title";

test("a page is named by its heading", () => {
  assert.equal(titleOf("# CTC203 invalid-enum-value\n\nerror\n\n# Why"), "CTC203 invalid-enum-value");
});

test("a name is no path", () => {
  assert.equal(titleOf("# OWN1 a/b"), "OWN1 a-b");
});

test("a page without a heading has a name", () => {
  assert.equal(titleOf("no heading\n# later"), "rule");
});
