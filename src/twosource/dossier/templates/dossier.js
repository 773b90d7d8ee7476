// Selecting a fact lights up the sentences behind it. Without this script the page reads in full: facts are anchors,
// citations lead to their sentences, the numbers after a sentence lead back.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const pane = $("s:articles"), bar = $("bar"), live = $("live");
  const byFact = new Map(); // number of a fact -> its marks, in the order of the text
  let fact = null, stops = [], at = -1, lit = [];

  root.classList.add("js");

  function marksOf(number) {
    if (!byFact.size) {
      for (const mark of pane.querySelectorAll("mark[data-f]")) {
        for (const one of mark.dataset.f.split(" ")) {
          if (!byFact.has(one)) byFact.set(one, []);
          byFact.get(one).push(mark);
        }
      }
    }
    return byFact.get(number) || [];
  }

  const place = (mark) => mark.id.slice(1).split("-").map(Number); // article, offset
  const narrow = () => getComputedStyle(pane).overflowY !== "auto";

  // A fact's sentences, each once, in the order of its accounts.
  function stopsOf(card) {
    const seen = new Set(), found = [];
    for (const cite of card.querySelectorAll("a.cite")) {
      const key = cite.hash + "/" + cite.dataset.to;
      if (!seen.has(key)) { seen.add(key); found.push(cite); }
    }
    return found;
  }

  function reveal(element) {
    for (let box = element.closest("details:not([open])"); box; box = box.parentElement.closest("details:not([open])")) box.open = true;
  }

  function bring(element) {
    reveal(element);
    if (narrow()) { element.scrollIntoView({ block: "center" }); return; }
    // Where the pane is still low on the screen, below the headline, it comes up first.
    if (pane.getBoundingClientRect().top > innerHeight * 0.6) scrollBy(0, pane.getBoundingClientRect().top);
    const box = pane.getBoundingClientRect();
    const seen = Math.max(box.top, 0), room = Math.min(box.bottom, innerHeight) - seen;
    pane.scrollTop += element.getBoundingClientRect().top - seen - bar.offsetHeight - (room - bar.offsetHeight) / 4;
  }

  function show(index, scroll) {
    for (const mark of pane.querySelectorAll("mark.current")) mark.classList.remove("current");
    for (const cite of fact.querySelectorAll("[aria-current=location]")) cite.removeAttribute("aria-current");
    at = (index + stops.length) % stops.length;
    const cite = stops[at], [article, from] = place({ id: cite.hash.slice(1) }), to = Number(cite.dataset.to);
    cite.setAttribute("aria-current", "location");
    for (const mark of lit) {
      const [page, offset] = place(mark);
      if (page === article && offset >= from && offset < to) mark.classList.add("current");
    }
    const first = $(cite.hash.slice(1));
    if (first && scroll) { bring(first); if (!narrow()) requestAnimationFrame(() => bring(first)); } // again once laid out
    const number = fact.dataset.n, question = fact.querySelector(".pick").lastElementChild.textContent;
    live.textContent = `Fact ${number}. ${question} Sentence ${at + 1} of ${stops.length}: ${cite.textContent.replace(/\s+/g, " ")}`;
  }

  function clear() {
    if (!fact) return;
    for (const mark of lit) mark.classList.remove("lit", "current", "focus");
    for (const cite of fact.querySelectorAll("[aria-current]")) cite.removeAttribute("aria-current");
    fact.classList.remove("on");
    fact = null; stops = []; lit = []; at = -1;
    bar.hidden = true;
    live.textContent = "";
  }

  function select(card, index = 0, scroll = true) {
    if (fact !== card) {
      clear();
      fact = card;
      stops = stopsOf(card);
      lit = marksOf(card.dataset.n);
      card.classList.add("on");
      card.querySelector(".pick").setAttribute("aria-current", "true");
      for (const mark of lit) {
        mark.classList.add("lit");
        if ((mark.dataset.v || "").split(" ").includes(card.dataset.n) && mark.textContent.length <= 60) mark.classList.add("focus");
      }
      bar.hidden = false;
    }
    if (stops.length) show(index, scroll);
    else live.textContent = `Fact ${card.dataset.n}: no sentence is cited.`;
  }

  function go(hash) { if (location.hash !== hash) history.pushState(null, "", hash); }

  function stopAt(card, mark) {
    const [article, offset] = place(mark);
    const index = stopsOf(card).findIndex((cite) => {
      const [page, from] = place({ id: cite.hash.slice(1) });
      return page === article && from <= offset && offset < Number(cite.dataset.to);
    });
    return Math.max(index, 0);
  }

  function cardOf(number) { return document.querySelector(`.fact[data-n="${number}"]`); }

  // The address names a fact or a sentence.
  function follow(opening) {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* taken as it stands */ }
    const target = $(id);
    if (!target) { if (!id) clear(); return; }
    reveal(target);
    if (target.matches(".fact")) {
      target.scrollIntoView({ block: "start" });
      select(target, 0, !(opening && narrow()));
    } else if (target.matches("mark[data-f]")) {
      const number = fact && target.dataset.f.split(" ").includes(fact.dataset.n) ? fact.dataset.n : target.dataset.f.split(" ")[0];
      select(cardOf(number), stopAt(cardOf(number), target));
    } else if (!narrow() && pane.contains(target)) {
      bring(target);
    }
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const pick = event.target.closest("a.pick"), cite = event.target.closest("a.cite"), ref = event.target.closest("mark + a.ref, a.ref + a.ref");
    const card = event.target.closest(".fact");
    if (pick || (cite && card)) {
      event.preventDefault();
      go(pick ? pick.hash : card.querySelector(".pick").hash);
      const index = cite ? stopsOf(card).findIndex((one) => one.hash === cite.hash && one.dataset.to === cite.dataset.to) : 0;
      select(card, index);
    } else if (card && !event.target.closest("a, summary, button") && String(getSelection()) === "") {
      if (card !== fact) { go(card.querySelector(".pick").hash); select(card, 0, !narrow()); }
    } else if (ref && pane.contains(ref)) {
      event.preventDefault();
      let mark = ref;
      while (!mark.matches("mark")) mark = mark.previousElementSibling;
      go(ref.hash);
      turn(cardOf(ref.lastChild.textContent), mark);
    } else if (event.target.closest("mark[data-f]") && String(getSelection()) === "") {
      const mark = event.target.closest("mark[data-f]"), numbers = mark.dataset.f.split(" ");
      const next = fact ? (numbers.indexOf(fact.dataset.n) + 1) % numbers.length : 0; // again: the next fact
      const wanted = cardOf(numbers[next]);
      go(wanted.querySelector(".pick").hash);
      turn(wanted, mark);
    }
  });

  // From a sentence to a fact: the fact comes into view, the article stays where it is.
  function turn(card, mark) {
    reveal(card);
    card.scrollIntoView({ block: narrow() ? "start" : "nearest" });
    select(card, stopAt(card, mark), false);
  }

  document.addEventListener("keydown", (event) => {
    if (!fact || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "Escape") {
      const card = fact;
      clear();
      history.replaceState(null, "", location.pathname + location.search);
      card.querySelector(".pick").focus({ preventScroll: !narrow() });
    } else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && stops.length) {
      event.preventDefault();
      show(at + (event.key === "ArrowRight" ? 1 : -1), true);
    }
  });

  $("prev").addEventListener("click", () => stops.length && show(at - 1, true));
  $("next").addEventListener("click", () => stops.length && show(at + 1, true));
  $("clear").addEventListener("click", () => { clear(); history.replaceState(null, "", location.pathname + location.search); });
  $("back").addEventListener("click", () => { fact.scrollIntoView({ block: "start" }); fact.querySelector(".pick").focus({ preventScroll: true }); });
  addEventListener("hashchange", () => follow(false));
  addEventListener("popstate", () => { if (!location.hash) clear(); });

  let opened = [];
  addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; for (const box of opened) box.open = true; });
  addEventListener("afterprint", () => { for (const box of opened) box.open = false; });

  const theme = $("theme"), dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", theme.textContent + " colours"); };
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; label(); });
  dark.addEventListener("change", label);
  label();

  if (location.hash) follow(true);
})();
