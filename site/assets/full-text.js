// The full text of a site by Pagefind, for the search; a site without it has no such file.
let module;

const excerptOf = (html) => {
  const excerpt = document.createElement("small");
  for (const { nodeName, textContent } of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const part = document.createElement(nodeName === "MARK" ? "mark" : "span");
    part.textContent = textContent;
    excerpt.append(part);
  }
  return excerpt;
};

// The pages that a query finds best in the index of a folder, whose addresses count from another.
export const find = async (query, folder, baseUrl) => {
  module ??= import(new URL("pagefind.js", folder)).then(async (pagefind) => {
    await pagefind.options({ baseUrl });
    return pagefind;
  });
  const { results } = await (await module).search(query);
  const pages = await Promise.all(results.slice(0, 8).map((result) => result.data()));
  return pages.map(({ url, meta, excerpt }) => ({ href: url, title: meta.title, excerpt: excerptOf(excerpt) }));
};
