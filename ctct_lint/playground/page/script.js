"use strict";

const SEVERITIES = ["", "error", "warning", "info", "hint"];
const WAIT = 200; // milliseconds without a key before a check
const UNDERLINED = 300000; // characters: beyond that the list has to do
const byId = (id) => document.getElementById(id);
const [text, under, list, summary, none] = ["text", "under", "found", "summary", "none"].map(byId);
const [profile, operation, fixSafe] = ["profile", "operation", "fix-safe"].map(byId);

let found = [];    // the diagnostics of `checked`, each with its offsets
let checked = "";
let asked = 0;     // answers to older questions are not shown
let chosen = -1;
let timer = 0;

function create(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") node.addEventListener("click", value);
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

// Positions are lines and UTF-16 code units; a string of this language has the same.
function lineStarts(source) {
  const starts = [0];
  for (const end of source.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function withOffsets(diagnostics, source) {
  const starts = lineStarts(source);
  const offset = ({ line, character }) => (starts[line] ?? source.length) + character;
  const span = (range) => ({ start: offset(range.start), end: offset(range.end) });
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    kind: SEVERITIES[diagnostic.severity],
    ...span(diagnostic.range),
    fixes: diagnostic.data.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...span(edit.range), newText: edit.newText })),
    })),
  }));
}

async function ask(path, question) {
  const number = ++asked;
  const options = { profile: profile.value, operation: operation.value };
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...options, ...question }),
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  const answer = await response.json();
  return number === asked ? answer : null;
}

async function check(question) {
  if (!question.base64 && !question.text) return show("", []);
  try {
    const answer = await ask("/check", question);
    if (!answer) return;
    // A text area has line feeds alone; a document with others is shown as it is read.
    if (question.base64) text.value = answer.text;
    show(answer.text, answer.diagnostics);
  } catch (error) {
    summary.textContent = `This could not be checked: ${error.message}`;
  }
}

const checkText = () => check({ text: text.value });

function checkSoon() {
  clearTimeout(timer);
  timer = setTimeout(checkText, WAIT);
}

function counted() {
  const words = [1, 2, 3, 4].map((severity) => {
    const number = found.filter((one) => one.severity === severity).length;
    const noun = ["", "error", "warning", "information", "hint"][severity];
    return number ? `${number} ${noun}${number === 1 ? "" : "s"}` : "";
  });
  return words.filter(Boolean).join(", ") || "No diagnostics";
}

function show(source, diagnostics) {
  // The text area has made line feeds of other line ends: offsets are those of the source.
  checked = source;
  found = withOffsets(diagnostics, source);
  chosen = -1;
  summary.textContent = source ? counted() : "Paste a document, or drop a file.";
  none.hidden = !source || found.length > 0;
  fixSafe.disabled = !found.some((one) => one.fixes.some((fix) => fix.applicability === "safe"));
  list.replaceChildren(...found.map(item));
  underline();
}

function item(one, number) {
  const { line, character } = one.range.start;
  const where = create("button", { type: "button", class: "where", onclick: () => choose(number) },
    create("span", { class: "kind" }, `${one.kind} ${one.code}`),
    ` line ${line + 1}, column ${character + 1}`, create("br"), one.message);
  const advice = [...one.data.help, ...(one.data.notes ?? [])].map((words) => create("li", {}, words));
  const fixes = one.fixes.map((fix) => create("button", { type: "button", onclick: () => apply(fix) },
    `Fix: ${fix.title}${fix.applicability === "safe" ? "" : " (a guess)"}`));
  const about = create("a", { href: `/rules/${one.code}`, target: "_blank", rel: "noopener" },
    `About ${one.code}`);
  return create("li", { class: one.kind, id: `d${number}` }, where,
    create("ul", {}, ...advice), create("div", { class: "fixes" }, ...fixes, about));
}

function underline() {
  if (checked.length > UNDERLINED) return under.replaceChildren();
  const shown = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = 0;
  for (const one of shown) {
    if (one.start < at) continue; // inside of one that is underlined already
    parts.push(checked.slice(at, one.start));
    const state = found.indexOf(one) === chosen ? " chosen" : "";
    parts.push(create("mark", { class: one.kind + state }, checked.slice(one.start, one.end)));
    at = one.end;
  }
  parts.push(checked.slice(at), "\n");
  under.replaceChildren(...parts);
  scrollAlong();
}

function scrollAlong() {
  under.scrollTop = text.scrollTop;
  under.scrollLeft = text.scrollLeft;
}

// Where an offset of the source is in the text area, whose line ends are one character.
function inTextArea(offset) {
  return checked.slice(0, offset).replace(/\r\n?/g, "\n").length;
}

function choose(number) {
  chosen = number;
  const one = found[number];
  underline();
  text.focus();
  text.setSelectionRange(inTextArea(one.start), inTextArea(one.end));
  const mark = under.querySelector("mark.chosen");
  if (mark) {
    text.scrollTop = mark.offsetTop - text.clientHeight / 2;
    text.scrollLeft = Math.max(0, mark.offsetLeft - text.clientWidth / 2);
  }
  scrollAlong();
  byId(`d${number}`).scrollIntoView({ block: "nearest" });
  summary.textContent = `${number + 1} of ${found.length}: ${one.kind} ${one.code}, ${one.message}`;
}

async function put(source) {
  const { scrollTop } = text;
  text.value = source;
  // Its end is where a new text has the cursor, and what is focused scrolls there.
  text.setSelectionRange(0, 0);
  await check({ text: source });
  text.focus();
  text.scrollTop = scrollTop;
}

function apply(fix) {
  const edits = [...fix.edits].sort((a, b) => b.start - a.start || b.end - a.end);
  put(edits.reduce((source, edit) =>
    source.slice(0, edit.start) + edit.newText + source.slice(edit.end), checked));
}

async function fixAll() {
  const answer = await ask("/fix", { text: checked });
  if (!answer) return;
  await put(answer.text);
  const left = answer.unmade.map((one) => `; ${one.code} not fixed: ${one.why}`);
  summary.textContent = `${answer.made} fixed, ${counted()} left${left.join("")}`;
}

async function open(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  check({ base64: btoa(binary) });
}

// What is underlined is where it was: nothing, until the next answer.
text.addEventListener("input", () => { under.replaceChildren(); checkSoon(); });
text.addEventListener("scroll", scrollAlong);
profile.addEventListener("change", () => {
  operation.disabled = !["auto", "ctct"].includes(profile.value);
  checkText();
});
operation.addEventListener("change", checkText);
fixSafe.addEventListener("click", fixAll);
byId("file").addEventListener("change", (event) => event.target.files[0] && open(event.target.files[0]));
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || !found.length) return;
  event.preventDefault();
  const step = event.shiftKey ? -1 : 1;
  choose((Math.max(chosen, event.shiftKey ? 0 : -1) + step + found.length) % found.length);
});
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    if (kind === "drop") open(event.dataTransfer.files[0]);
  });
}

const choices = JSON.parse(byId("choices").textContent);
profile.append(...choices.profiles.map((name) => create("option", {}, name)));
operation.append(...choices.operations.map((name) => create("option", {}, name)));
if (choices.text) put(choices.text);
