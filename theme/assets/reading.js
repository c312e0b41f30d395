/* Marks what is new and what was read, saves, follows, copies. Every word it shows stands in the page. */

import { has, load, markRead, noteVisit, root, toggle, watch } from "./store.js";

/** @typedef {import("./store.js").Reading} Reading */

const page = document.documentElement;
const main = document.querySelector("main");
const told = document.getElementById("told");
const front = main.dataset.newest;
const MOST_FOLLOWED = 12;

/** A story has the id of its first report, so that its kind tells them apart. @param {HTMLElement} of */
const idOf = (of) => (of.dataset.kind ? `${of.dataset.kind}/${of.dataset.id}` : of.dataset.id);

/** The headline of a row, an item, or a report in a list. @returns {HTMLAnchorElement | null} */
export const headlineOf = (of) => of.querySelector(":scope > a, .headline a, a.headline, h2 a, h3 a");

/** All that has a headline on this page, in its order. @returns {HTMLElement[]} */
export const listed = () => [...main.querySelectorAll("[data-id]")].filter(headlineOf);

/** The report or story that this page is of. */
const subject = main.matches("[data-id]") ? main : null;

let wait = 0;
/** Show a word for a moment, and have it read out. */
export const say = (word) => {
  clearTimeout(wait);
  told.textContent = word;
  wait = setTimeout(() => (told.textContent = ""), 4000);
};

/** This page's address, without what was looked for in it. */
const here = () => location.href.replace(/[?#].*$/, "");

const day = (moment) => moment.slice(0, 10);

const isLater = (one, other) =>
  day(one) === day(other) ? Date.parse(one) > Date.parse(other) && other.length > 10 : day(one) > day(other);

/** Dated after all that the last visit had; on the front page also what came since with an earlier hour. */
const isNew = ({ visit }, id, when) =>
  Boolean(visit.before && when) &&
  (isLater(when, visit.before) || (front && !visit.known.includes(id) && day(when) >= day(visit.before)));

/** @param {HTMLAnchorElement} headline @param {"new" | "read" | ""} state */
const mark = (headline, state) => {
  if ((headline.dataset.state ?? "") === state) return;
  headline.querySelector(".state")?.remove();
  headline.dataset.state = state;
  if (!state) return;
  const word = document.createElement("span");
  word.className = "unseen state";
  word.textContent = told.dataset[state];
  headline.append(" ", word);
};

/** @param {Reading} kept @returns {number} how many reports are new */
const markAll = (kept) => {
  const read = new Set(kept.read);
  const fresh = new Set();
  for (const each of listed()) {
    const id = idOf(each);
    const state = kept.off ? "" : read.has(id) ? "read" : isNew(kept, id, each.dataset.when) ? "new" : "";
    mark(headlineOf(each), state);
    if (state === "new") fresh.add(id);
  }
  return fresh.size;
};

/** @param {Reading} kept @param {number} fresh */
const count = (kept, fresh) => {
  const line = document.getElementById("since");
  if (!line) return;
  const { none, other, ...forms } = line.dataset;
  const form = forms[new Intl.PluralRules(page.lang).select(fresh)] ?? other;
  const words = fresh ? form.replace("{}", fresh.toLocaleString(page.lang)) : none;
  line.textContent = kept.visit.before ? words : "";
};

/** @param {string} name of a template whose `slot`s are to be filled @param {Record<string, Node | string>} slots */
const fill = (name, slots) => {
  const made = document.getElementById(name).content.firstElementChild.cloneNode(true);
  for (const [slot, value] of Object.entries(slots)) made.querySelector(`[data-slot=${slot}]`).replaceWith(value);
  return made;
};

const link = (address, words) =>
  Object.assign(document.createElement("a"), { href: new URL(address, root).href, textContent: words });

/** The front page's news of what is followed, the newest days first. @param {Reading} kept */
const showFollowed = (kept) => {
  const section = document.getElementById("followed-news");
  if (!section) return;
  const titles = new Map(kept.followed.map((each) => [each.address, each.title]));
  const about = (item) => item.dataset.about.split(" ").filter((address) => titles.has(address));
  const items = [...main.querySelectorAll("[data-about]")].filter((item) => about(item).length);
  items.sort((one, other) => day(other.dataset.when ?? "").localeCompare(day(one.dataset.when ?? "")));
  const rows = items.slice(0, MOST_FOLLOWED).map((item) => {
    const headline = headlineOf(item).cloneNode(true);
    headline.removeAttribute("data-state");
    headline.querySelector(".state")?.remove();
    const source = item.querySelector(".meta .source").cloneNode(true);
    const why = about(item).map((address) => titles.get(address)).join(", ");
    const row = fill("followed-news-row", { headline, source, why });
    Object.assign(row.dataset, { id: item.dataset.id, when: item.dataset.when ?? "" });
    if (item.lang) row.lang = item.lang;
    return row;
  });
  const [list, names] = section.querySelectorAll("ul");
  list.replaceChildren(...rows);
  names.replaceChildren(...kept.followed.map((each) => fill("followed-news-name", { link: link(each.address, each.title) })));
  section.querySelector(".nothing").hidden = rows.length > 0;
  section.hidden = kept.off || !kept.followed.length;
};

/** @param {Reading} kept */
const press = (kept) => {
  for (const button of main.querySelectorAll("button[aria-pressed]")) {
    const { does, address } = button.dataset;
    button.ariaPressed = String(does === "save" ? has(kept, "saved", idOf(subject)) : has(kept, "followed", address));
  }
};

/** @param {Reading} kept */
const show = (kept) => {
  page.classList.toggle("tools", !kept.off);
  page.dataset.theme = kept.theme;
  page.dataset.size = kept.size;
  showFollowed(kept);
  count(kept, markAll(kept));
  press(kept);
};

const clean = (words) => words.replace(/\s+/g, " ").trim();

/** Save a row, or what the page is of; or take it off. @param {HTMLElement | null} of */
export const save = (of = subject) => {
  if (!of) return;
  const headline = (of === subject ? main.querySelector("h1") : headlineOf(of)).cloneNode(true);
  headline.querySelector(".state")?.remove();
  const address = (headline.href ?? here()).slice(root.href.length);
  const source = clean(of.querySelector(".meta .source")?.textContent ?? "");
  const entry = { id: idOf(of), title: clean(headline.textContent), address, source, when: of.dataset.when ?? "" };
  toggle("saved", entry);
  say(has(load(), "saved", entry.id) ? told.dataset.saved : told.dataset.unsaved);
};

/** Where a page may not write to the clipboard: an old browser, a site without TLS. */
const copyByHand = (words) => {
  const field = Object.assign(document.createElement("textarea"), { value: words, className: "unseen" });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
};

/** @param {string} words @param {string} [markup] the same, for where type can be set */
export const copy = async (words, markup = words) => {
  let done = true;
  try {
    const parts = { "text/plain": words, "text/html": markup };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  } catch {
    done = copyByHand(words);
  }
  say(done ? told.dataset.copied : told.dataset.uncopied);
};

const tasks = {
  save: () => save(),
  follow: ({ address, title }) => toggle("followed", { address, title }),
  link: () => copy(here()),
  cite: () => {
    const cite = document.getElementById("citation").content;
    copy(clean(cite.textContent), cite.firstElementChild.innerHTML);
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-does]");
  if (button) tasks[button.dataset.does]?.(button.dataset);
});
addEventListener("pageshow", (event) => event.persisted && show(load()));

if (subject) markRead(idOf(subject));
noteVisit(front, front ? [...new Set(listed().map(idOf))] : []);
watch(show);
show(load());
