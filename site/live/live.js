// Keeps a page of `docgen serve` as its files are: reloads it, and shows what lint finds in it. No built site has this.
(() => {
  "use strict";
  const { dataset: strings } = document.currentScript;
  const page = location.pathname;

  // Pages may have no storage.
  const store = {
    get(key) { try { return JSON.parse(sessionStorage.getItem(`docgen-live-${key}`)); } catch { return null; } },
    set(key, value) { try { sessionStorage.setItem(`docgen-live-${key}`, JSON.stringify(value)); } catch { /* not kept */ } },
  };

  // The place is that of the heading or entry that is seen first: what comes or goes above it moves nothing.
  const keepPlace = () => {
    const marks = [...document.querySelectorAll("main [id]")].filter((mark) => mark.getClientRects().length);
    const mark = marks.find((mark) => mark.getBoundingClientRect().bottom > 0);
    store.set("place", { page, y: scrollY, id: mark?.id, top: mark?.getBoundingClientRect().top });
  };
  const returnToPlace = () => {
    const place = store.get("place");
    store.set("place", null);
    history.scrollRestoration = "auto";
    if (place?.page !== page) return;
    const mark = place.id && document.getElementById(place.id);
    scrollTo({ top: mark ? scrollY + mark.getBoundingClientRect().top - place.top : place.y, behavior: "instant" });
  };
  const reload = () => {
    keepPlace();
    history.scrollRestoration = "manual";
    location.reload();
  };
  returnToPlace();

  // What is shown: a problem of the project, that the preview has ended, and the findings of the page.
  const make = (name, className, textContent) => Object.assign(document.createElement(name), { className, textContent });
  const box = make("div", "docgen-live", "");
  box.setAttribute("role", "status");
  box.setAttribute("aria-label", strings.title);
  box.tabIndex = -1;
  box.hidden = true;
  const parts = { problem: [], ended: [], findings: [] };
  let shown = "";

  const dismiss = () => {
    if (box.hidden) return;
    store.set("dismissed", shown);
    box.hidden = true;
  };
  const show = () => {
    const lines = Object.values(parts).flat();
    // A finding stays the same one when its line moves.
    const text = lines.map((line) => line.dataset.key ?? line.textContent).join("\n");
    if (text === shown) return;
    shown = text;
    const close = Object.assign(make("button", "docgen-live-close", "×"), { type: "button", title: strings.close });
    close.setAttribute("aria-label", strings.close);
    close.addEventListener("click", dismiss);
    box.replaceChildren(close, ...lines);
    box.hidden = !text || store.get("dismissed") === text;
  };
  addEventListener("keydown", (event) => { if (event.key === "Escape") dismiss(); });
  document.body.append(box);

  const finding = ({ severity, label, rule, message, place }) => {
    const line = make("p", `docgen-live-finding docgen-live-${severity}`, "");
    line.dataset.key = `${rule} ${message}`;
    line.append(make("strong", "", label), ` ${message} `, make("code", "", `${place} ${rule}`));
    return line;
  };
  const told = {
    reload,
    problem({ lines }) {
      parts.problem = lines.length ? [make("p", "docgen-live-title", strings.problem)] : [];
      parts.problem.push(...lines.map((line) => make("pre", "", line)));
    },
    findings({ findings }) {
      parts.findings = findings.length ? [make("p", "docgen-live-title", `${strings.findings}: ${findings.length}`)] : [];
      parts.findings.push(...findings.map(finding));
    },
  };

  // A browser keeps six connections to a server: pages that nobody sees take none.
  let events;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(`/~docgen/events?version=${strings.version}&page=${page}`);
      for (const [name, tell] of Object.entries(told)) {
        events.addEventListener(name, (event) => {
          tell(JSON.parse(event.data));
          show();
        });
      }
      events.addEventListener("open", () => { parts.ended = []; });
      events.addEventListener("error", () => {
        parts.ended = [make("p", "docgen-live-title", strings.ended)];
        show();
      });
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { events?.close(); });
  listen();
})();
