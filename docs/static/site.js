// What the theme leaves out, and who uses a keyboard or a screen reader needs.
document.addEventListener("DOMContentLoaded", () => {
  const each = (selector, name, value) =>
    document.querySelectorAll(selector).forEach((node) => node.setAttribute(name, value));
  each("p.caption[role=heading]", "aria-level", "2");
  each("aside.sidebar-drawer", "aria-label", "All pages");
  each("aside.toc-drawer", "aria-label", "On this page");
  each("div.highlight pre", "tabindex", "0"); // a long line is scrolled with arrow keys
});
