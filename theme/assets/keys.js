/* Single keys: to the next headline, open, save, search, and a list of them. Off where the reader wants none. */

import { headlineOf, listed, save } from "./reading.js";
import { load, root } from "./store.js";

const told = document.getElementById("told");

const current = () => document.activeElement?.closest?.("[data-id]:not(main)");

/** @param {1 | -1} way */
const step = (way) => {
  const rows = listed().filter((each) => headlineOf(each).offsetParent);
  const at = rows.indexOf(current());
  const seen = rows.findIndex((each) => headlineOf(each).getBoundingClientRect().top >= 0);
  const next = at < 0 ? rows[Math.max(seen, 0)] : rows[at + way];
  if (!next) return;
  const headline = headlineOf(next);
  headline.focus({ preventScroll: true });
  headline.scrollIntoView({ block: "center" });
};

/** The list of keys stands on the page of saved reports; it is fetched when it is asked for. */
const help = async () => {
  const address = new URL(told.dataset.reading, root);
  try {
    const answer = await fetch(address);
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    const dialog = document.importNode(parsed.getElementById("help").content.firstElementChild, true);
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  } catch {
    location.assign(`${address.href}#shortcuts`);
  }
};

const search = () => {
  const field = document.querySelector("main input[type=search]");
  if (field) field.focus();
  else document.querySelector("a[rel~=search]")?.click();
};

const keys = {
  j: () => step(1),
  k: () => step(-1),
  o: () => current() && headlineOf(current()).click(),
  s: () => save(current() ?? undefined),
  "/": search,
  "?": help,
};

addEventListener("keydown", (event) => {
  const task = Object.hasOwn(keys, event.key) && keys[event.key];
  if (!task || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
  const { off, keys: wanted } = load();
  if (off || !wanted || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  task();
});
