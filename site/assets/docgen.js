// What docgen's pages do beyond plain HTML. Everything works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const { dataset: strings, src: source } = document.currentScript;
  const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];
  const one = (selector, scope = document) => scope.querySelector(selector);
  const on = (target, event, action) => target.addEventListener(event, action);
  const makeButton = (className, textContent, action) => {
    const button = document.createElement("button");
    on(button, "click", action);
    return Object.assign(button, { type: "button", className, textContent });
  };

  // Pages opened from a folder may have no storage.
  const store = {
    get(key) { try { return localStorage.getItem(`docgen-${key}`); } catch { return null; } },
    set(key, value) {
      try {
        if (value) localStorage.setItem(`docgen-${key}`, value);
        else localStorage.removeItem(`docgen-${key}`);
      } catch { /* not kept */ }
    },
  };

  const select = one(".theme select");
  const applyTheme = (theme) => {
    root.dataset.theme = theme ?? "";
    if (select) select.value = theme ?? "";
  };
  applyTheme(store.get("theme"));
  root.classList.add("js");

  if (select) {
    on(select, "change", () => {
      applyTheme(select.value);
      store.set("theme", select.value);
    });
    on(window, "storage", (event) => { if (event.key === "docgen-theme") applyTheme(event.newValue); });
  }

  // The topmost heading in sight, or the one that is read; none where the page's own hash is in sight.
  const placeRead = () => {
    const topOf = (node) => node.getBoundingClientRect().top, top = topOf(one(":target") ?? document.body);
    if (top > -99 && top < innerHeight) return "";
    const headings = all("main :is(h2, h3, h4)[id]").filter((heading) => topOf(heading) < innerHeight / 2);
    return (headings.find((heading) => topOf(heading) > 40) ?? headings.at(-1))?.id;
  };

  // The languages: the place goes along, and the choice is remembered for the landing page.
  const languages = one(".languages");
  if (languages) {
    const links = all("a[hreflang]", languages);
    const keepPlace = () => links.forEach((link) => { link.hash = placeRead() || location.hash; });
    keepPlace();
    on(window, "hashchange", keepPlace);
    on(languages, "toggle", keepPlace);
    links.forEach((link) => on(link, "click", () => store.set("language", link.hreflang)));
    const close = (returnsFocus) => {
      if (!languages.open) return;
      languages.open = false;
      if (returnsFocus) one("summary", languages).focus();
    };
    on(languages, "keydown", (event) => { if (event.key === "Escape") close(true); });
    on(languages, "focusout", (event) => {
      if (event.relatedTarget && !languages.contains(event.relatedTarget)) close(false);
    });
    on(document, "click", (event) => { if (!languages.contains(event.target)) close(false); });
  }

  const locales = all(".locales li");
  if (locales.length) {
    const wanted = [store.get("language"), ...(navigator.languages ?? [])].filter(Boolean);
    const base = (tag) => tag.toLowerCase().split("-")[0];
    const match = wanted
      .map((tag) => locales.find((item) => item.lang.toLowerCase() === tag.toLowerCase())
        ?? locales.find((item) => base(item.lang) === base(tag)))
      .find(Boolean);
    match?.classList.add("preferred");
    match?.querySelector("a").setAttribute("aria-current", "true");
    locales.forEach((item) => on(item, "click", () => store.set("language", item.lang)));
  }

  const load = (src, then, orElse) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = then;
    script.onerror = orElse;
    document.head.append(script);
  };

  // The tree of the section, in place of the few entries that the page has.
  const index = one("[data-tree]");
  if (index) {
    const button = makeButton("", index.dataset.showAll, () => {
      button.remove();
      load(source.replace("docgen.js", "navigation.js"), () => load(index.dataset.tree));
    });
    index.append(button);
  }

  // What the scripts of the site hand to each other is here: a property of the window's own goes before elements of the
  // content, whose ids are names in the window, too.
  const docgen = window.docgen = {};

  // The search is loaded when it is first asked for; what is typed until it is there is not lost.
  const find = one(".find");
  if (find) {
    let typed;
    const open = (query) => {
      docgen.openSearch?.();
      if (typed != null) return;
      typed = query ?? "";
      load(source.replace("docgen.js", "search.js"), () => docgen.openSearch(typed), () => { location = find.href; });
    };
    const button = makeButton("find", "", () => open());
    button.title = find.title;
    button.append(...find.childNodes);
    find.replaceWith(button);
    on(window, "keydown", (event) => {
      const { key } = event;
      const isCommand = event.ctrlKey || event.metaKey;
      if (key === "k" ? isCommand : (key === "/" || key === "?") && !isCommand && !event.target.closest("input, select")) open();
      else if (typed !== undefined && !docgen.openSearch && !isCommand && !key[1]) typed += key;
      else return;
      event.preventDefault();
    });
    // A query in the address: of a search that a reader comes back to, or of another language.
    const query = new URLSearchParams(location.search).get("q");
    if (query) open(query);
  }

  // The source language beside the page's own.
  const original = one("a[data-compare]");
  // A page opened from a folder may not read another.
  if (original && location.protocol !== "file:") {
    const { compare, single } = original.dataset;
    let restore;
    const button = makeButton("compare", compare, async () => {
      if (restore) {
        restore();
        restore = undefined;
      } else {
        try {
          const module = await import(source.replace("docgen.js", "compare.js"));
          restore = await module.compare(one("article.content"), original.href);
        } catch {
          location = original.href;
          return;
        }
      }
      button.textContent = restore ? single : compare;
    });
    original.closest(".status").before(button);
  }

  // A link into the contents closes them where they cover the text.
  const contents = one(".contents");
  const marks = new Map();
  if (contents) {
    all("a", contents).forEach((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) marks.set(heading, link);
    });
    on(contents, "click", (event) => { if (event.target.closest("a")) contents.open = false; });
  }
  if (marks.size) {
    const headings = [...marks.keys()];
    let current;
    const update = () => {
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2;
      const line = innerHeight * (isAtEnd ? 1 : 0.25);
      const heading = headings.findLast((item) => item.getBoundingClientRect().top <= line);
      if (heading === current) return;
      marks.get(current)?.removeAttribute("aria-current");
      marks.get(heading)?.setAttribute("aria-current", "location");
      current = heading;
    };
    on(window, "scroll", update);
    on(window, "resize", update);
    requestAnimationFrame(update);
  }

  // What another part of a long page holds is named here, and shown there.
  const goOn = () => {
    const link = one(".rest :is(:target, :has(:target)) > a");
    if (link) location.replace(link.href.split("#")[0] + location.hash);
  };
  on(window, "hashchange", goOn);
  // What an address aims at is known only then.
  on(window, "load", goOn);

  // A button on each block of code, where the browser lets a page write to the clipboard.
  if (navigator.clipboard && strings.copy) {
    const status = document.createElement("div");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    document.body.append(status);
    all(".code").forEach((block) => {
      const button = makeButton("copy", strings.copy, async () => {
        try { await navigator.clipboard.writeText(one("pre", block).textContent.trimEnd()); } catch { return; }
        button.textContent = status.textContent = strings.copied;
        setTimeout(() => {
          button.textContent = strings.copy;
          status.textContent = "";
        }, 2000);
      });
      block.append(button);
    });
  }
})();
