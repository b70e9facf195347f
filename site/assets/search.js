// The search, loaded by docgen.js when it is first used. Its index is scripts that each hand over a text, so that it
// works from a folder, too; what they hold is said in Sources/DocgenRender/Search. A query loads only what it needs.
(() => {
  "use strict";
  const { search: home, locale } = document.querySelector("script[data-search]").dataset;
  const source = document.currentScript.src;
  const folder = new URL(home, location.href).href;
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
      files.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${folder + name.split("/").map(encodeURIComponent).join("/")}.js?${index?.version ?? ""}`;
        script.onload = () => script.remove();
        script.onerror = (event) => {
          files.delete(name);
          reject(event);
        };
        takers.set(name, resolve);
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

  // Letters, folded as docgen folds them

  const spelled = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize()
    .replace(/[ßæœþøđðłı]/g, (letter) => spelled[letter]);
  const word = /[\p{L}\p{N}\p{M}]+/gu;

  // Names: their parts start at inner capitals (1), after signs (2), at the start and after a point or colon (3).

  const known = {};
  const split = (name) => {
    let folded = "";
    let start = 3;
    let wasUpper = false;
    const starts = [];
    [...name].forEach((character, position, { [position + 1]: next = "" }) => {
      const letters = known[character] ??= fold(character);
      if (!letters) return;
      if (letters.match(word)) {
        const isUpper = character !== character.toLowerCase();
        if (!start && isUpper && (!wasUpper || next !== next.toUpperCase())) start = 1;
        starts.push(start, ...Array(letters.length - 1).fill(0));
        folded += letters;
        start = 0;
        wasUpper = isUpper;
      } else {
        start = !folded || ".:".includes(character) ? 3 : Math.max(start, 2);
        wasUpper = false;
      }
    });
    return { folded, starts };
  };

  // Where what is typed ends in a name when it goes on in a part, or with the first letter of the next.
  const ends = (query, { folded, starts }, start) => {
    let places = [start - 1];
    [...query.folded].forEach((letter, typed) => {
      places = [...new Set(places.flatMap((place) => (
        place < start ? [start] : [place + 1, query.mayStart[typed] && starts.findIndex((kind, at) => kind && at > place)])))]
        .filter((place) => folded[place] === letter && (starts[place] || !query.starts[typed]));
    });
    return places;
  };

  const same = (one, other = "") => {
    let length = 0;
    while (one[length] && one[length] === other[length]) length += 1;
    return length;
  };

  // The length of the start of a text that has one letter more than what is typed, another, one less, or two exchanged.
  const near = (typed, text) => {
    const at = same(typed, text);
    const change = [[0, 1], [1, 1], [1, 0], [2, 2]].find(([skip, from]) => (
      (from < 2 || typed[at] === text[at + 1]) && text.startsWith(typed.slice(at + skip), at + from)));
    return change && typed.length + change[1] - change[0];
  };

  // How well a name fits: the lower, the better.
  const rank = (query, name) => {
    const { folded, starts } = name;
    const typed = query.folded;
    return Math.min(...starts.map((kind, start) => {
      const rest = folded.length - start;
      if (!kind) return Infinity;
      if (folded.startsWith(typed, start)) {
        return kind < 3 ? 8 - 2 * kind : (start && 1) + (rest > typed.length && 2);
      }
      const found = kind > 1 && typed[1] && folded[start] === typed[0] ? ends(query, name, start) : [];
      if (found.some((end) => !starts.slice(end + 1).some(Boolean))) {
        if (query.hasHumps && kind > 2) return start ? 2.5 : 1.5;
        return start ? 6.5 : 5;
      }
      const length = kind > 2 && typed[3] && near(typed, folded.slice(start));
      if (length === rest) return length > typed.length ? 4.5 : 5.5;
      if (found.length) return 7;
      return length ? 8 : Infinity;
    }));
  };

  const address = (path) => (
    new URL(`../${locale}/${path}${path.endsWith(".html") ? "" : index.suffix}`, folder).href);

  const readName = (title, fields) => {
    const end = [...fields].findIndex((digit) => value(digit) < 32) + 1;
    const [path, text] = index.folders[numbers(fields.slice(0, end))[0]];
    const likely = title.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
    const rest = fields.slice(end + 1);
    return {
      title, text, isName: true, kind: index.kinds[value(fields[end]) - 1], ...split(title),
      href: address(path + (rest ? likely.slice(0, value(rest[0])) + rest.slice(1) : likely)),
    };
  };

  // The files of names that letters lead to, each with how much of them tells so.
  const filesOf = (texts) => Promise.all(texts.map(async (text) => {
    const block = Math.max(0, placeOf(text, index.names));
    const found = await lines(`names/keys-${block}`, (key) => key);
    const place = Math.max(0, placeOf(text, found));
    const next = found[place + 1] ?? index.names[block + 1];
    return {
      file: block * index.keysPerFile + place, isShort: next?.startsWith(text),
      weight: Math.max(same(text, found[place]), same(text, next)),
    };
  }));

  // What may be meant: another letter or one more where the index has none, one less, two exchanged, or fewer letters of
  // the first part.
  const variants = (typed) => [...typed].flatMap((letter, at) => {
    const [before, after] = [typed.slice(0, at), typed.slice(at + 1)];
    return [before + after, before + after.slice(0, 1) + letter + after.slice(1), at && typed[0] + after,
      ...at > 3 ? [...digits.slice(0, 10) + digits.slice(36, 62)].flatMap((other) => (
        [before + other + letter + after, before + other + after])) : []];
  }).filter((text) => text[1]);

  const findNames = async (text) => {
    const query = split(text);
    const typed = query.folded;
    if (!typed || !index.names[0]) return [];
    const places = query.starts.flatMap((kind, at) => (kind ? [at] : []));
    query.hasHumps = places[1] || /^[\p{Lu}\p{N}]{2,}$/u.test(text);
    // A small letter starts no part where others do so by capitals or after signs.
    query.mayStart = text.match(/[\p{L}\p{N}]/gu).map((letter) => !places[1] || letter !== letter.toLowerCase());
    const read = async (file, kind = "") => (await lines(`names/${kind}${file}`, readName))
      .map((name) => [rank(query, name), name.folded.length, name])
      .filter(([fit]) => fit < Infinity);
    const find = async (letters) => {
      const [{ file, isShort }] = await filesOf([letters]);
      return isShort ? read(placeOf(letters, index.best), "best-") : read(file);
    };
    let found = await find(typed);
    const isFound = (limit) => found.some(([fit]) => fit < limit);
    // Parts with more than their first letters: their names are in the file for these and all letters of the last.
    if (places[1] && !isFound(4)) {
      found = found.concat(await find(places.map((at) => typed[at]).join("") + typed.slice(places.at(-1) + 1)));
    }
    if (!isFound(6) && !/\s\S+\s/.test(text)) {
      const files = (await filesOf(variants(typed))).sort((one, other) => other.weight - one.weight);
      const likely = [...new Set(files.map(({ file }) => file))].slice(0, 4);
      found = found.concat(...await Promise.all(likely.map((file) => read(file))));
    }
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1])
      .map(([, , name]) => name);
  };

  // Words

  // The pages of words that start with what is typed, and how much each says of its page.
  const pagesOf = async (typed) => {
    const first = Math.max(0, placeOf(typed, index.words));
    const last = Math.min(placeOf(`${typed}\uffff`, index.words), first + 1);
    const pages = new Map();
    let isCommon = false;
    for (let file = first; file <= last; file += 1) {
      for (const [key, postings] of await lines(`${own}words-${file}`, (...entry) => entry)) {
        if (key !== typed && !(typed[2] && key.startsWith(typed))) continue;
        const factor = key === typed ? 2 : 1;
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

  const findPages = async (query, limit) => {
    const typed = [...new Set(fold(query).match(word))].filter((text) => /\d|../.test(text)).slice(0, 8);
    const found = new Map();
    (await Promise.all(typed.map(pagesOf))).forEach(([pages, isCommon]) => pages.forEach((weight, page) => {
      // Pages with more of the words go first; common words only tell equal ones apart.
      found.set(page, (found.get(page) ?? 0) + weight + (isCommon ? 0 : 1000));
    }));
    const most = Math.floor(Math.max(0, ...found.values()) / 1000);
    const best = [...found].filter(([, weight]) => weight >= most * 1000)
      .sort((one, other) => other[1] - one[1]).slice(0, limit);
    return Promise.all(best.map(async ([page]) => {
      const read = (path, title = "", text = "") => (
        { href: address(path), title: title.slice(1), text, kind: index.kinds[value(title[0]) - 1] });
      return (await lines(`${own}pages-${Math.floor(page / index.pagesPerFile)}`, read))[page % index.pagesPerFile];
    }));
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
  dialog.innerHTML = `<div class="search-field"><input role="combobox" aria-expanded="false" autocomplete="off" spellcheck="false"
    autocapitalize="off" enterkeyhint="go" aria-autocomplete="list" aria-controls="docgen:results"><button type="button">×</button></div><div id="docgen:results" role="listbox"></div><p aria-live="polite"></p><footer><p role="status"></p><p
    aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> <span></span> <kbd>↵</kbd> <span></span></p></footer>`;
  document.body.append(dialog);
  const [input, close, list, hint, status, , move, open] = dialog.querySelectorAll("input, button, div + div, p, span");

  const readIndex = (content) => {
    index = content;
    for (const part of ["names", "best", "words"]) index[part] = keys(index[part].split(" "));
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

  const make = (name, textContent, more) => Object.assign(document.createElement(name), { textContent, ...more });

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
    input.ariaExpanded = !list.hidden;
    list.ariaBusy = false;
    active = 0;
    select(Math.max(0, options.findIndex(({ href }) => href === chosen)));
  };

  const wait = () => new Promise((resolve) => { setTimeout(resolve, 120, []); });

  const search = async () => {
    const query = input.value.trim();
    const isStale = () => query !== input.value.trim();
    select(0);
    list.ariaBusy = true;
    try {
      await load(`${own}index`, readIndex);
      const { hint: help, none, count } = index.text;
      if (isStale()) return;
      if (!query) {
        status.textContent = "";
        show([], help);
        return;
      }
      // A page stands once, under what fits best.
      const all = new Map();
      const add = (more, limit) => {
        for (const result of more) {
          const page = result.href.replace(/\/index\.html$/, "/");
          if (all.size < limit && !all.has(page)) all.set(page, result);
        }
        if (all.size) show([...all.values()]);
        list.ariaBusy = true;
      };
      for (const [find, limit] of [[findNames, 10], [wait, 0], [findPages, 18], [findText, 26]]) {
        const found = await find(query, all.size > 4 ? 4 : 8);
        if (isStale()) return;
        add(found, limit);
      }
      if (!all.size) show([], none);
      list.ariaBusy = false;
      status.textContent = all.size ? `${count} ${all.size}` : "";
    } catch {
      show([], index?.text.failed ?? "!");
    }
  };

  input.addEventListener("input", search);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("button, [role=option]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const { key, target, isComposing } = event;
    const { length } = options;
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
