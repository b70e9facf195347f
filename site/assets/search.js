// The search, loaded by docgen.js when it is first used. Its index is scripts that each hand over a text, so that it
// works from a folder, too; what they hold is said in Sources/DocgenRender/Search. A query loads only what it needs.
(() => {
  "use strict";
  const { search: home, locale } = document.querySelector("script[data-search]").dataset;
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

  const split = (name) => {
    let folded = "";
    let start = 3;
    let wasUpper = false;
    const starts = [];
    [...name].forEach((character, position, { [position + 1]: next = "" }) => {
      const letters = fold(character);
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
  const ends = (typed, { folded, starts }, start) => {
    let places = folded[start] === typed[0] ? [start] : [];
    for (const letter of typed.slice(1)) {
      places = [...new Set(places.flatMap((place) => [place + 1, starts.findIndex((kind, at) => kind && at > place)]))]
        .filter((place) => folded[place] === letter);
    }
    return places;
  };

  // The length of the start of a text that has one letter more than what is typed, another, or one less.
  const near = (typed, text) => {
    let same = 0;
    while (typed[same] && typed[same] === text[same]) same += 1;
    const change = [[0, 1], [1, 1], [1, 0]].find(([skip, from]) => text.startsWith(typed.slice(same + skip), same + from));
    return change && typed.length + change[1] - change[0];
  };

  // How well a name fits: the lower, the better.
  const rank = (typed, name, isInCapitals) => {
    const { folded, starts } = name;
    return Math.min(...starts.map((kind, start) => {
      const rest = folded.length - start;
      if (!kind) return Infinity;
      if (folded.startsWith(typed, start)) {
        return kind < 3 ? 8 - 2 * kind : (start && 1) + (rest > typed.length && 2);
      }
      const found = kind > 1 && typed[1] ? ends(typed, name, start) : [];
      if (found.some((end) => !starts.slice(end + 1).some(Boolean))) {
        if (start) return 6.5;
        return isInCapitals ? 1.5 : 5;
      }
      const length = kind > 2 && typed[3] && near(typed, folded.slice(start));
      if (length === rest) return length > typed.length ? 4.5 : 5.5;
      if (found.length) return 7;
      return length ? 8 : Infinity;
    }));
  };

  const readName = (title, fields) => {
    const end = [...fields].findIndex((digit) => value(digit) < 32) + 1;
    const [path, text] = index.folders[numbers(fields.slice(0, end))[0]];
    const likely = title.replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
    const rest = fields.slice(end + 1);
    return {
      title, text, isName: true, kind: index.kinds[value(fields[end]) - 1], ...split(title),
      path: path + (rest ? likely.slice(0, value(rest[0])) + rest.slice(1) : likely),
    };
  };

  // The likeliest files for names that have a letter more, not among the first few, than is typed.
  const filesNear = (typed) => {
    const likely = new Map();
    for (let at = 4; at < typed.length; at += 1) {
      for (const letter of digits.slice(0, 10) + digits.slice(36, 62)) {
        const name = typed.slice(0, at) + letter + typed.slice(at);
        const file = placeOf(name, index.names);
        let same = 0;
        while (same < name.length && index.names[file]?.[same] === name[same]) same += 1;
        likely.set(file, Math.max(likely.get(file) ?? 0, same));
      }
    }
    return [...likely].sort((one, other) => other[1] - one[1]).slice(0, 3).map(([file]) => file);
  };

  const findNames = async (query) => {
    const typed = split(query).folded;
    const isInCapitals = /^[\p{Lu}\p{N}]{2,}$/u.test(query);
    const find = async (file, files = index.names, kind = "") => (
      files[file] === undefined ? [] : await lines(`names/${kind}${file}`, readName))
      .map((name) => [rank(typed, name, isInCapitals), name.folded.length, name])
      .filter(([fit]) => fit < Infinity);
    const place = placeOf(typed, index.names);
    const isShort = index.names[place + 1]?.startsWith(typed);
    let found = await (isShort ? find(placeOf(typed, index.best), index.best, "best-") : find(place));
    if (!found.some(([fit]) => fit < 6)) found = (await Promise.all(filesNear(typed).map((file) => find(file)))).flat().concat(found);
    const paths = new Set();
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1])
      // A page stands once, under the name that fits best.
      .map(([, , name]) => name).filter(({ path }) => !paths.has(path) && paths.add(path)).slice(0, 10);
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
    const typed = [...new Set(fold(query).match(word))].filter((text) => text[1]).slice(0, 8);
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
        { path, title: title.slice(1), text, kind: index.kinds[value(title[0]) - 1] });
      return (await lines(`${own}pages-${Math.floor(page / index.pagesPerFile)}`, read))[page % index.pagesPerFile];
    }));
  };

  // The dialog

  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.innerHTML = `<div class="search-field"><input role="combobox" aria-expanded="false" autocomplete="off" spellcheck="false"
    autocapitalize="off" enterkeyhint="go" aria-autocomplete="list" aria-controls="search-list"><button type="button">×</button></div><div id="search-list" role="listbox"></div><p></p><footer><p role="status"></p><p
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

  const show = (results, message = "") => {
    const chosen = active && options[active]?.href;
    options = results.map(({ title, text, path, kind, isName }, number) => {
      const option = document.createElement("a");
      const add = (name, content, className = "") => {
        const element = document.createElement(name);
        element.textContent = content;
        element.className = className;
        option.append(element, " ");
        return element;
      };
      option.id = `search-${number}`;
      option.role = "option";
      option.tabIndex = -1;
      option.href = `${folder}../${locale}/${path}${index.suffix}`;
      add(isName ? "code" : "b", title).translate = !isName;
      if (kind) add("span", kind[1], `kind kind-${kind[0]}`);
      if (text) add("small", text);
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !options[0];
    hint.hidden = !message;
    hint.textContent = message;
    input.ariaExpanded = !list.hidden;
    list.ariaBusy = false;
    active = 0;
    select(Math.max(0, options.findIndex(({ href }) => href === chosen)));
  };

  const search = async () => {
    const query = input.value.trim();
    const isStale = () => query !== input.value.trim();
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
      const names = await findNames(query);
      if (isStale()) return;
      if (names[0]) show(names);
      list.ariaBusy = true;
      await new Promise((resolve) => { setTimeout(resolve, 120); });
      if (isStale()) return;
      const pages = await findPages(query, names[4] ? 4 : 8);
      if (isStale()) return;
      show([...names, ...pages.filter(({ path }) => !names.some((name) => name.path === path))]);
      status.textContent = options[0] ? `${count}: ${options.length}` : "";
      if (!options[0]) show([], none);
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
    if (key === "ArrowDown") select((active + 1) % length);
    else if (key === "ArrowUp") select((active + length - 1) % length);
    else if (key === "Enter" && target === input) options[active].click();
    else return;
    event.preventDefault();
  });

  window.docgenOpenSearch = (typed) => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    if (typed === undefined) input.select();
    else input.value = typed;
    search();
  };
})();
