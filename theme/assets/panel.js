/* The page of what is saved and followed, of how the site looks, and of what is kept. */

import { say } from "./reading.js";
import { forget, isKept, load, read, root, toggle, update, watch, write } from "./store.js";

/** @typedef {import("./store.js").Reading} Reading */

const main = document.querySelector("main");
const find = (id) => document.getElementById(id);
const words = find("kept").dataset;

const dayIn = (when) =>
  new Date(`${when.slice(0, 10)}T00:00Z`).toLocaleDateString(words.locale, {
    dateStyle: "long",
    timeZone: "UTC",
  });

/** @param {"saved" | "followed"} name */
const makeRow = (name, entry) => {
  const row = find(`${name}-row`).content.firstElementChild.cloneNode(true);
  const link = row.querySelector("a");
  Object.assign(link, { href: new URL(entry.address, root).href, textContent: entry.title });
  const button = row.querySelector("button");
  button.ariaLabel = button.dataset.label.replace("{}", entry.title);
  button.addEventListener("click", () => {
    toggle(name, entry);
    find(name).focus(); // the button is gone
  });
  if (name === "saved") {
    row.dataset.id = entry.id;
    row.querySelector(".source").textContent = entry.source;
    const time = row.querySelector("time");
    if (/^\d{4}-\d\d-\d\d/.test(entry.when)) {
      Object.assign(time, { dateTime: entry.when, textContent: dayIn(entry.when) });
    } else time.remove();
  }
  return row;
};

/** @param {Reading} kept @param {"saved" | "followed"} name */
const fillList = (kept, name) => {
  find(name).querySelector("ul").replaceChildren(...kept[name].toReversed().map((entry) => makeRow(name, entry)));
  find(name).querySelector(".nothing").hidden = kept[name].length > 0;
};

/** @param {Reading} kept */
const show = (kept) => {
  fillList(kept, "saved");
  fillList(kept, "followed");
  for (const name of ["theme", "size"]) {
    for (const choice of document.getElementsByName(name)) choice.checked = choice.value === kept[name];
  }
  find("keys").checked = kept.keys;
  find("keep").checked = !kept.off;
  find("unkept").hidden = isKept();
};

const save = () => {
  const file = URL.createObjectURL(new Blob([write()], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: file, download: words.file }).click();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
};

const take = async (field) => {
  const [file] = field.files;
  if (file) say(read(await file.text()) ? words.taken : words.refused);
  field.value = "";
};

const keep = (field) => {
  if (field.checked) forget(false);
  else if (confirm(words.ask)) forget(true);
  else field.checked = true;
};

main.addEventListener("change", ({ target }) => {
  if (target.name === "theme" || target.name === "size") update((kept) => void (kept[target.name] = target.value));
  else if (target.id === "keys") update((kept) => void (kept.keys = target.checked));
  else if (target.id === "keep") keep(target);
  else if (target.id === "import") take(target);
});
find("export").addEventListener("click", save);
find("forget").addEventListener("click", () => confirm(words.ask) && forget(false));
watch(show);
show(load());
