// The search, loaded by docgen.js when it is first used. Its index is scripts that each hand over a text, so that it
// works from a folder, too; what they hold is said in Sources/DocgenRender/Search. A query loads only what it needs.
(() => {
  "use strict";
  const { search: home, locale } = document.querySelector("script[data-search]").dataset;
  const source = document.currentScript.src;
  const folder = new URL(home, location.href).href;
  const encode = encodeURIComponent;
  const own = `text/${decodeURIComponent(locale)}/`;
  let index;

  // Files

  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const value = (digit) => digits.indexOf(digit);
  const files = new Map();
  const takers = new Map();
  window.docgenSearch = (name, content) => takers.get(name)(content);

  const load = (name, read) => {
    if (!files.has(name)) {
      files.set(name, new Promise((done, reject) => {
        const script = document.createElement("script");
        script.src = `${folder + name.split("/").map(encode).join("/")}.js?${index?.version ?? ""}`;
        script.onload = () => script.remove();
        script.onerror = (event) => {
          files.delete(name);
          reject(event);
        };
        takers.set(name, done);
        document.head.append(script);
      }).then(read));
    }
    return files.get(name);
  };

  // Each text repeats the start of the one before; its first digit says how much.
  const keys = (texts) => {
    let last = "";
    return texts.filter(Boolean).map((text) => (last = last.slice(0, value(text[0])) + text.slice(1)));
  };

  const lines = (name, read) => load(name, (content) => {
    const rows = content.split("\n").map((line) => line.split("\t"));
    return keys(rows.map(([start]) => start)).map((key, row) => read(key, ...rows[row].slice(1)));
  });

  const numbers = (text) => {
    const result = [];
    let number = 0;
    for (const digit of text) {
      number = number * 32 + (value(digit) & 31);
      if (value(digit) > 31) continue;
      result.push(number);
      number = 0;
    }
    return result;
  };

  // The place of the last key that is not after a text, or -1.
  const placeOf = (text, sorted) => {
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= text) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const fileOf = (text, sorted) => Math.max(0, placeOf(text, sorted));

  const same = (one, other = "") => {
    let length = 0;
    while (one[length] && one[length] === other[length]) length += 1;
    return length;
  };

  // Letters, folded as docgen folds them

  const spelled = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize()
    .replace(/[ßæœþøđðłı]/g, (letter) => spelled[letter]);
  const word = /[\p{L}\p{N}\p{M}]+/gu;
  // A name as it is sorted: its letters and digits, or else its signs.
  const bare = (text) => text.replace(/\s/g, "");
  const keyOf = (text) => fold(text).match(word)?.join("") ?? bare(text);

  // Scripts without spaces between words, of which pairs of letters are looked for.
  const spaceless = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f";
  const runs = new RegExp(`[${spaceless}]+|[^${spaceless}]+`, "g");
  const isSpaceless = (text) => RegExp(`^[${spaceless}]`).test(text);
  const wordsOf = (text) => [...new Set((fold(text).match(word) ?? []).flatMap((part) => part.match(runs)).flatMap((run) => (
    isSpaceless(run) && run[1] ? [...run].slice(1).map((letter, at) => run[at] + letter) : [run])))];

  // The length of the start of a text that has one letter more than what is typed, another, one less, or two exchanged.
  const near = (typed, text) => {
    const at = same(typed, text);
    const change = [[0, 1], [1, 1], [1, 0], [2, 2]].find(([skip, from]) => (
      (from < 2 || typed[at] === text[at + 1]) && text.startsWith(typed.slice(at + skip), at + from)));
    return change && typed.length + change[1] - change[0];
  };

  // The files, by the keys that they start with, where something with one letter more, less or other may be.
  const filesNear = (typed, sorted) => {
    const files = new Map();
    const add = (text) => {
      const place = fileOf(text, sorted);
      const weight = Math.max(same(text, sorted[place]), same(text, sorted[place + 1]));
      files.set(place, Math.max(weight, files.get(place) ?? 0));
    };
    [...typed].forEach((letter, at) => {
      const [before, after] = [typed.slice(0, at), typed.slice(at + 1)];
      add(before + after);
      add(before + after.slice(0, 1) + letter + after.slice(1));
      for (const other of digits.replace(/[A-Z_-]/g, "")) {
        add(before + other + letter + after);
        add(before + other + after);
      }
    });
    return [...files].sort((one, other) => other[1] - one[1]).slice(0, 5).map(([file]) => file);
  };

  // Pages

  const address = (path) => (
    new URL(`../${locale}/${path}${path.endsWith(".html") ? "" : index.suffix}`, folder).href);

  // The folder of a page; one that holds its own page alone has no title here, but the folder around it.
  const above = (path) => path.slice(0, path.lastIndexOf("/") + 1);

  const kindOf = (number) => index.kinds[number - 1];

  const readPage = (path, title, text = "", ...places) => ({
    href: address(path), title: title.slice(2), text, places,
    kind: kindOf(value(title[0]) * 64 + value(title[1])), where: index.titles.get(above(path)) ?? index.titles.get(above(above(path).slice(0, -1))),
  });

  const pageOf = async (page) => (
    (await lines(`${own}pages-${(page / index.pagesPerFile) | 0}`, readPage))[page % index.pagesPerFile]);

  // Names: rows for all that a reader may start with, in the order of their letters

  const readRow = (text, fields, before = "", anchor = "") => {
    const [page, kind, group = 0, form, number] = numbers(fields);
    const isShort = before[0] === "=";
    const name = isShort ? before.slice(1) : before + text;
    return {
      text, before, isShort, name, page, kind, group, key: keyOf(text),
      anchor: form > 1 ? index.anchors[form - 2] + name.toLowerCase() + (number ? `-${number}` : "") : anchor,
    };
  };

  const readRows = async (places, kind = "") => (
    (await Promise.all(places.map((place) => lines(`names/${kind}${place}`, readRow)))).flat());

  // The rows that start with letters; of very many the first and the best.
  const rowsOf = async (typed) => {
    const { names, best } = index;
    if (!names[0]) return [];
    let first = fileOf(typed, names);
    let last = first;
    while (first && names[first] === typed) first -= 1;
    if (names[last + 1]?.startsWith(typed)) last += 1;
    const isLong = names[last + 1]?.startsWith(typed) && !typed[3] && best[0];
    const [rows, more] = await Promise.all([
      readRows(Array.from({ length: Math.min(8, last - first + 1) }, (_, at) => first + at)),
      isLong ? readRows([fileOf(typed, best)], "best-") : [],
    ]);
    return [...rows, ...more].filter(({ key }) => key.startsWith(typed));
  };

  // How well a row fits: the lower, the better. Names go before their parts, whole ones before what only starts so.
  const rank = (text, typed, row) => {
    const isWhole = row.key === typed;
    if (row.isShort) return isWhole ? 5 : 7;
    const start = !row.before ? 0 : /[.:]$/.test(row.before) ? 1 : /[\p{L}\p{N}]$/u.test(row.before) ? 6 : 4;
    if (!isWhole) return start < 2 ? start + 2 : start + 0.5;
    if (bare(row.text) === bare(text)) return start;
    // Signs at the end are the name where they are typed (operator<<).
    return start + (/[^\p{L}\p{N}\s()]$/u.test(text) ? 2.5 : row.text.toLowerCase() === text.toLowerCase() ? 0.05 : 0.1);
  };

  // Names after those of what they belong to: its page, its section, or what it starts with.
  const findQualified = async (main, outer) => {
    const typed = keyOf(main);
    const [rows, ...owners] = await Promise.all([main, ...outer].map((text) => rowsOf(keyOf(text))));
    const known = owners.map((found, at) => {
      const pages = new Map();
      for (const { key, page, group, isShort } of found) {
        if (!isShort && key === keyOf(outer[at])) pages.set(page, [...pages.get(page) ?? [], group]);
      }
      return pages;
    });
    return rows.filter(({ isShort }) => !isShort).flatMap((row) => {
      let misses = 0;
      let fit = 0;
      known.forEach((pages, at) => {
        if (keyOf(row.before).includes(keyOf(outer[at]))) return;
        const groups = pages.get(row.page);
        if (!groups) misses += pages.size ? 1 : 0.4;
        else if (!groups.includes(row.group)) fit += groups.includes(0) ? 0.02 : 0.1;
      });
      // Namespaces that no page is about may be left out, and put in.
      const isWhole = row.key === typed;
      if (misses * 2 > outer.length || (misses && !isWhole && misses * 2 >= outer.length)) return [];
      return [[0.2 + fit + misses * 0.4 + rank(main, typed, row) * (isWhole ? 0.3 : 1), row]];
    });
  };

  const findNames = async (query) => {
    // Without arguments.
    const text = query.replace(/(\S)\s?\([^()]+\)?$/, "$1");
    const typed = keyOf(text);
    if (!typed) return [];
    let found = (await rowsOf(typed)).map((row) => [rank(text, typed, row), row]);
    const isFound = (limit) => found.some(([fit]) => fit < limit);
    const parts = text.split(/\s+|::|->|[.#/](?=[\p{L}~])/u).filter(Boolean);
    if (parts[1] && parts.length < 7 && !isFound(0.2)) {
      found = found.concat(await findQualified(parts.at(-1), parts.slice(0, -1)));
      if (!isFound(0.4)) found = found.concat(await findQualified(parts[0], parts.slice(1)));
    }
    // The first letters of parts: of those that are typed, and all of the last; or after all of the first.
    const humps = text.replace(/[^\p{L}\p{N}]/gu, "").match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+/gu) ?? [];
    if (humps[1] && !isFound(4)) {
      const initials = keyOf(humps.map((hump, at) => (at < humps.length - 1 ? hump[0] : hump)).join(""));
      found = found.concat((await rowsOf(initials)).filter((row) => row.isShort).map((row) => [5.5, row]));
    }
    if (!isFound(6) && typed[3] && !/\s\S+\s/.test(text)) {
      const ways = [2, 3, 4, 5, 6, 7].filter((at) => typed[at + 1]);
      const more = await Promise.all(ways.map((at) => rowsOf(typed[0] + typed.slice(at))));
      more.forEach((rows, way) => rows.forEach((row) => {
        if (row.isShort && keyOf(row.name).startsWith(typed.slice(0, ways[way]))) found.push([6.5, row]);
      }));
      for (const row of await readRows(filesNear(typed, index.names))) {
        const length = !row.isShort && near(typed, row.key);
        if (length) found.push([(row.before ? 8.2 : 8) + (length === row.key.length ? 0 : 0.5), row]);
      }
    }
    return found.sort((one, other) => one[0] - other[0] || (one[0] >= 0.5 && one[1].name.length - other[1].name.length));
  };

  // What is shown of the rows that fit best: each place once.
  const shownNames = async (text, limit) => {
    const places = new Map();
    for (const [, row] of await findNames(text)) {
      const place = `${row.page}#${row.anchor}`;
      if (places.size < limit && !places.has(place)) places.set(place, row);
    }
    return Promise.all([...places.values()].map(async ({ name, page, anchor, kind }) => {
      const { href, title, where } = await pageOf(page);
      return {
        title: name, kind: kindOf(kind), isName: true, href: href + (anchor && `#${encode(anchor)}`),
        text: (anchor && `${title} · `) + where,
      };
    }));
  };

  // Names that start like what is typed, where nothing fits.
  const nearest = async (text) => {
    const typed = keyOf(text);
    if (!typed[2] || !index.names[0]) return [];
    const rows = await readRows([fileOf(typed, index.names)]);
    const best = rows.map((row) => [same(typed, row.key), row]).sort((one, other) => other[0] - one[0]);
    return [...new Set(best.filter(([length]) => length > 2 && length * 2 >= typed.length).map(([, { name }]) => name))].slice(0, 3);
  };

  // Words

  // The pages of words that start with what is typed, and how much each says of its page; or of words like it.
  const pagesOf = async (typed) => {
    const mayGoOn = typed[2] || (isSpaceless(typed) && !typed[1]);
    const find = async (places, factorOf) => {
      const pages = new Map();
      let isCommon = false;
      for (const file of places) {
        for (const [key, postings] of await lines(`${own}words-${file}`, (...entry) => entry)) {
          const factor = factorOf(key);
          if (!factor) continue;
          if (factor > 1 && (!postings || postings[0] === "!")) isCommon = true;
          let page = 0;
          numbers(postings.replace("!", "")).forEach((number) => {
            page += number >> 3;
            pages.set(page, Math.max(pages.get(page) ?? 0, (1 + (number & 7)) * factor));
          });
        }
      }
      return [pages, isCommon];
    };
    const first = fileOf(typed, index.words);
    const last = Math.min(placeOf(`${typed}\uffff`, index.words), first + 1);
    const found = await find(last > first ? [first, last] : [first], (key) => (
      key === typed ? 2 : mayGoOn && key.startsWith(typed) ? 1 : 0));
    if (found[0].size || found[1] || !typed[3]) return found;
    return find(filesNear(typed, index.words), (key) => (near(typed, key) === key.length ? 0.5 : 0));
  };

  const findPages = async (query, limit) => {
    const typed = wordsOf(query).filter((text) => /\d|../.test(text) || isSpaceless(text)).slice(0, 12);
    if (!index.words[0]) return [];
    const found = new Map();
    (await Promise.all(typed.map(pagesOf))).forEach(([pages, isCommon]) => pages.forEach((weight, page) => {
      // Pages with more of the words go first; common words only tell equal ones apart.
      found.set(page, (found.get(page) ?? 0) + weight + (isCommon ? 0 : 1000));
    }));
    const most = (Math.max(0, ...found.values()) / 1000) | 0;
    const best = [...found].filter(([, weight]) => weight >= most * 1000)
      .sort((one, other) => other[1] - one[1]).slice(0, limit);
    const pages = await Promise.all(best.map(([page]) => pageOf(page)));
    const has = (text) => typed.every((part) => fold(text).includes(part));
    return pages.map((page) => {
      // The heading that says it, where the title does not.
      const place = !has(page.title) && page.places.find((text) => has(text.slice(text.indexOf(" "))));
      if (!place) return page;
      const at = place.indexOf(" ");
      return { ...page, title: place.slice(at + 1), text: page.title, kind: undefined,
        href: `${page.href}#${encode(place.slice(0, at))}` };
    }).sort((one, other) => (fold(other.title) === fold(query)) - (fold(one.title) === fold(query)));
  };

  // The full text, where the site has it. From a folder its files cannot be loaded.
  const findText = async (query) => {
    if (!index.fullText || !query[2] || location.protocol === "file:") return [];
    try {
      const { find } = await import(source.replace("search.js", "full-text.js"));
      return await find(query, new URL(`${own + index.fullText}/`, folder), new URL(`../${locale}/`, folder).href);
    } catch {
      return [];
    }
  };

  // The dialog

  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.innerHTML = `<div class="search-field"><input role="combobox" aria-expanded="false" autocomplete="off" spellcheck="false" autocapitalize="off" enterkeyhint="go" aria-autocomplete="list" aria-controls="docgen:results"><button type="button">×</button></div><div id="docgen:results" role="listbox"></div><p aria-live="polite"></p><ul></ul><footer><p role="status"></p><p aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> <span></span> <kbd>↵</kbd> <span></span></p></footer>`;
  document.body.append(dialog);
  const [input, close, list, hint, ul, status, , move, open] = dialog.querySelectorAll("input, button, div + div, p, ul, span");

  const readIndex = (content) => {
    index = content;
    for (const part of ["names", "best", "words"]) index[part] = keys(index[part].split(" "));
    index.titles = new Map(index.folders);
    const { text } = index;
    dialog.ariaLabel = input.ariaLabel = text.title;
    list.ariaLabel = text.results;
    close.ariaLabel = text.close;
    input.placeholder = text.placeholder;
    move.textContent = text.move;
    open.textContent = text.open;
  };

  let options = [];
  let active = 0;
  const select = (position) => {
    if (options[active]) options[active].ariaSelected = false;
    active = position;
    const option = options[active];
    if (option) option.ariaSelected = true;
    option?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option?.id ?? "");
  };

  const make = (name, textContent = "", more) => Object.assign(document.createElement(name), { textContent, ...more });

  const show = (results, message = "") => {
    const chosen = active && options[active]?.href;
    options = results.map(({ title, text, href, kind, isName, excerpt }, number) => {
      const option = make("a", "", { id: `docgen:${number}`, role: "option", tabIndex: -1, href });
      option.append(make(isName ? "code" : "b", title, { translate: !isName }), " ");
      if (kind) option.append(make("span", kind[1], { className: `kind kind-${kind[0]}` }), " ");
      if (text) option.append(make("small", text));
      if (excerpt) option.append(excerpt);
      return option;
    });
    const inText = make("div", "", { role: "group", ariaLabel: index?.text.inText });
    inText.append(...options.filter((_, number) => results[number].excerpt));
    list.replaceChildren(...options.filter((option) => !option.parentNode), ...inText.firstChild ? [inText] : []);
    list.hidden = !options[0];
    hint.hidden = !message;
    hint.textContent = message;
    ul.hidden = true;
    input.ariaExpanded = !list.hidden;
    list.ariaBusy = false;
    active = 0;
    select(Math.max(0, options.findIndex(({ href }) => href === chosen)));
  };

  const wait = (time) => new Promise((done) => { setTimeout(done, time, []); });

  // The query stands in the address, so that going back brings it back.
  const keep = (query) => {
    const url = new URL(location);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    try { history.replaceState(history.state, "", url); } catch { /* not kept */ }
  };

  // What else can be done where nothing was found: names that start alike, other languages, the index of names.
  const showMore = async (query) => {
    const { languages, namesIndex, text } = index;
    const link = (path, name) => make("a", name, { href: new URL(`../${path}`, folder) });
    const names = (await nearest(query)).map((name) => make("a", name, { href: `?q=${encode(name)}`, translate: false }));
    const groups = [[text.nearest, ...names],
      [text.elsewhere, ...languages.map(([path, name]) => link(`${path}?q=${encode(query)}`, name))],
      ["", link(`${locale}/${namesIndex}`, text.names)]];
    ul.replaceChildren(...groups.filter(([, some]) => some).map((parts) => {
      const item = make("li");
      item.append(...parts.flatMap((part) => [part, " "]));
      return item;
    }));
    ul.hidden = false;
  };

  const search = async () => {
    const query = input.value.trim(), isStale = () => query !== input.value.trim();
    select(0);
    keep(query);
    list.ariaBusy = true;
    try {
      await load(`${own}index`, readIndex);
      const { hint: help, none, count } = index.text;
      // Who types on needs no answer.
      if (query) await wait(30);
      if (isStale()) return;
      if (!query) {
        status.textContent = "";
        show([], help);
        return;
      }
      const all = new Map(), pages = new Set();
      const add = (more, limit) => {
        for (const result of more) {
          const place = result.href.replace(/\/index\.html(?=#|$)/, "/");
          // A page stands once, under what fits best; its parts have places of their own.
          if (all.size < limit && !all.has(place) && (result.isName || !pages.has(place.split("#")[0]))) all.set(place, result);
          pages.add(place.split("#")[0]);
        }
        if (all.size) show([...all.values()]);
        list.ariaBusy = true;
      };
      for (const [find, limit] of [[shownNames, 10], [() => wait(90), 0], [findPages, 18], [findText, 26]]) {
        const found = await find(query, find === shownNames ? 10 : all.size > 4 ? 4 : 8);
        if (isStale()) return;
        add(found, limit);
      }
      if (!all.size) {
        show([], none);
        await showMore(query);
      }
      list.ariaBusy = false;
      status.textContent = all.size ? `${count} ${all.size}` : "";
    } catch {
      show([], index?.text.failed ?? "!");
    }
  };

  input.addEventListener("input", search);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target === close) dialog.close();
  });
  dialog.addEventListener("close", () => keep(""));
  dialog.addEventListener("keydown", (event) => {
    const { key, target, isComposing } = event, { length } = options;
    if (isComposing || !length) return;
    const step = { ArrowDown: 1, ArrowUp: length - 1 }[key];
    if (step) select((active + step) % length);
    else if (key === "Enter" && target === input) options[active].click();
    else return;
    event.preventDefault();
  });

  window.docgen.openSearch = (typed) => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    if (typed === undefined) input.select();
    else input.value = typed;
    search();
  };
})();
