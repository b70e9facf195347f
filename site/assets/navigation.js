// The tree of a section, loaded by docgen.js when it is asked for. The section's own script hands over its entries: for
// each the depth, the name, and the address from the folder of that script, where the entry has one.
window.docgenNavigation = (entries) => {
  "use strict";
  const base = document.currentScript.src;
  const nav = document.querySelector(".section-nav nav");
  const { expand } = document.querySelector("[data-expand]").dataset;
  const here = location.href.split("#")[0];
  const root = document.createElement("ul");
  root.className = "nav-entries nav-tree";
  const lists = [root];
  let current;

  entries.forEach(([depth, name, href], index) => {
    const item = document.createElement("li");
    const title = document.createElement(href ? "a" : "span");
    // A long name may break after an underscore and before an inner capital.
    title.append(...name.split(/(?<=_)|(?<=[a-z])(?=[A-Z])/).flatMap((part, at) => at ? [document.createElement("wbr"), part] : part));
    if (href) {
      title.href = new URL(href, base);
      if (title.href === here) {
        title.setAttribute("aria-current", "page");
        current = title;
      }
    }
    item.append(title);
    if (entries[index + 1]?.[0] > depth) {
      const list = document.createElement("ul");
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", `${expand} ${name}`);
      const open = (isOpen) => {
        list.hidden = !isOpen;
        button.setAttribute("aria-expanded", isOpen);
      };
      button.addEventListener("click", () => open(list.hidden));
      open(false);
      item.openList = open;
      item.prepend(button);
      item.append(list);
      lists[depth + 1] = list;
    }
    lists[depth].append(item);
  });

  for (let item = current?.closest("li"); item; item = item.parentElement.closest("li")) item.openList?.(true);
  nav.querySelector(".nav-entries")?.remove();
  // What stands above the section stays above its tree.
  const inTree = new Set([...root.querySelectorAll("a")].map((link) => link.href));
  const parents = nav.querySelector(".nav-parents");
  parents?.querySelectorAll("a").forEach((link) => inTree.has(link.href) && link.parentElement.remove());
  if (parents) parents.after(root);
  else nav.prepend(root);
  if (current) {
    const box = nav.parentElement;
    box.scrollTop += current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  (current ?? root.querySelector("a, button")).focus({ preventScroll: true });
};
