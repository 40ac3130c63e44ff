"use strict";
(() => {
  const filter = document.getElementById("filter");
  if (!filter) return;
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const number = (value) => value.toLocaleString("en");

  // One object for each diagnostic; its text is read when it is first searched.
  const items = new Map();
  for (const list of all("#contents section")) {
    const { file } = list.dataset;
    for (const entry of all("li", list)) {
      const link = entry.querySelector("a");
      const id = link.hash.slice(1);
      const { severity, code } = entry.dataset;
      const card = byId(id);
      items.set(id, { entry, link, card, severity, code, file, marks: [],
                      shown: true, text: "" });
    }
  }
  for (const mark of all("mark")) items.get(mark.dataset.of).marks.push(mark);

  // A block is shown while something in it speaks of a diagnostic that is shown.
  const blocks = new Map(all(".block").map((block) => [block, new Set()]));
  for (const item of items.values()) {
    for (const place of [item.card, ...item.marks]) {
      blocks.get(place.closest(".block")).add(item);
    }
  }
  const sections = all("#contents section, .file").map((section) =>
    ({ section, parts: all("li, .card", section) }));

  const contents = byId("contents");
  const search = byId("search");
  const byCode = byId("by-code");
  const byFile = byId("by-file");
  const boxes = all("input[type=checkbox]", filter);

  const textOf = (item) => {
    item.text ||= [byId(`f${item.file}`).querySelector("h2"), item.card]
      .map((part) => part.textContent).join(" ").toLowerCase();
    return item.text;
  };

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const code = byCode.value;
    const file = byFile ? byFile.value : "";
    let count = 0;
    for (const item of items.values()) {
      const shown = wanted.has(item.severity) && (!code || item.code === code) &&
        (!file || item.file === file) &&
        words.every((word) => textOf(item).includes(word));
      count += shown;
      if (shown !== item.shown) show(item, shown);
    }
    for (const { section, parts } of sections) {
      section.hidden = parts.every((part) => part.hidden);
    }
    const everything = count === items.size;
    for (const [block, about] of blocks) {
      block.hidden = !everything && ![...about].some((item) => item.shown);
    }
    all(".source").forEach(measureGaps);
    byId("none").hidden = count > 0;
    byId("shown").value = everything ? `${number(count)} shown`
      : `${number(count)} of ${number(items.size)} shown`;
  };

  const show = (item, shown) => {
    item.shown = shown;
    item.entry.hidden = item.card.hidden = !shown;
    for (const mark of item.marks) mark.classList.toggle("off", !shown);
  };

  // A block that is hidden widens the gap below it.
  const measureGaps = (source) => {
    let next = 0;
    for (const block of all(".block:not([hidden])", source)) {
      measure(block.querySelector(".gap"), block.dataset.first - next);
      next = Number(block.dataset.last) + 1;
    }
    measure(source.lastElementChild, source.dataset.lines - next);
  };
  const measure = (gap, lines) => {
    gap.hidden = lines <= 0;
    gap.textContent = `\u2026 ${number(lines)} line${lines === 1 ? "" : "s"} \u2026`;
  };

  const clear = () => {
    filter.reset();
    apply();
  };

  // Only the list is scrolled: the page is on its way to the card.
  const follow = (link) => {
    const list = contents.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < list.top || bottom > list.bottom) {
      contents.scrollTop += (top + bottom - list.top - list.bottom) / 2;
    }
  };

  let current = null;
  const goToTarget = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const item = target && items.get(target.id);
    if (current) current.link.removeAttribute("aria-current");
    current = item;
    if (item) {
      item.link.setAttribute("aria-current", "location");
      follow(item.link);
      if (!item.shown) {
        clear();
        target.scrollIntoView();
      }
    } else if (target && target.localName === "details") {
      target.open = true;
    }
  };

  let lit = null;
  const light = (item) => {
    for (const mark of lit ? lit.marks : []) mark.classList.remove("lit");
    if (lit) lit.card.classList.remove("lit");
    lit = item;
    for (const mark of lit ? lit.marks : []) mark.classList.add("lit");
    if (lit) lit.card.classList.add("lit");
  };
  const itemAt = (node) => {
    const mark = node.closest("mark:not(.off)");
    const card = mark ? null : node.closest(".card");
    return items.get(mark ? mark.dataset.of : card ? card.id : "") || null;
  };

  const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const step = (event) => {
    const by = STEPS[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = all("#contents li:not([hidden]) a");
    const at = links.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    links[Math.min(Math.max(at + by, 0), links.length - 1)].focus();
  };

  filter.addEventListener("input", apply);
  filter.addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", clear);
  contents.addEventListener("keydown", step);
  const main = byId("main");
  main.addEventListener("click", (event) => {
    const mark = event.target.closest("mark:not(.off)");
    if (mark && getSelection().isCollapsed) location.hash = mark.dataset.of;
  });
  main.addEventListener("mouseover", (event) => light(itemAt(event.target)));
  main.addEventListener("focusin", (event) => light(itemAt(event.target)));
  addEventListener("hashchange", goToTarget);
  filter.reset();
  filter.hidden = false;
  goToTarget();
})();
