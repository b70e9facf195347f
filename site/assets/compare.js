// The text of the source language beside that of the page, section by section; loaded by docgen.js when it is asked for.

// The parts of an article: what stands before the first heading, and each heading with what follows it. Anchors are the
// same in every language.
const parts = (article) => {
  const result = [{ id: "", nodes: [] }];
  for (const node of article.childNodes) {
    if (/^H[23]$/.test(node.tagName) && node.id) result.push({ id: node.id, nodes: [] });
    result.at(-1).nodes.push(node);
  }
  return result;
};

const cell = (nodes, { lang, dir }) => {
  const element = document.createElement("div");
  element.lang = lang;
  if (dir) element.dir = dir;
  element.append(...nodes);
  return element;
};

// Puts the article at an address beside an article; gives a function that takes it away again.
export const compare = async (article, address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const source = new DOMParser().parseFromString(await answer.text(), "text/html");
  const other = source.querySelector("article.content");
  for (const element of other.querySelectorAll("[href], [src]")) {
    const name = element.hasAttribute("href") ? "href" : "src";
    element.setAttribute(name, new URL(element.getAttribute(name), answer.url).href);
  }
  const theirs = parts(other);
  // An anchor stands once on a page, with the reader's language.
  for (const element of other.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const element of other.querySelectorAll(".anchor")) element.remove();

  const before = [...article.childNodes];
  const own = parts(article);
  const { documentElement: page } = document;
  const left = { lang: article.lang || page.lang, dir: page.dir };
  const right = { lang: other.lang || source.documentElement.lang, dir: source.documentElement.dir };
  const row = (mine, its) => {
    const element = document.createElement("div");
    element.className = "pair";
    element.append(cell(mine?.nodes ?? [], left), cell(its?.nodes ?? [], right));
    return element;
  };
  const rows = [];
  for (const mine of own) {
    const at = theirs.findIndex((part) => part.id === mine.id);
    // Sections that only the source has stay in their order.
    if (at > 0) rows.push(...theirs.splice(0, at).map((part) => row(null, part)));
    rows.push(row(mine, at < 0 ? null : theirs.shift()));
  }
  rows.push(...theirs.map((part) => row(null, part)));
  article.replaceChildren(...rows);
  page.classList.add("is-compared");
  return () => {
    article.replaceChildren(...before);
    page.classList.remove("is-compared");
  };
};
