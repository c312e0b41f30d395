/* What a reader leaves here: one key of this browser's storage. Where there is none, it lasts as long as the page. */

/**
 * `read` are ids, the latest last. `newest` and `shown` are of the front page as last seen, `before` and `known` the same
 * of the visit before.
 * @typedef {{id: string, title: string, address: string, source: string, when: string}} Saved
 * @typedef {{address: string, title: string}} Followed
 * @typedef {{at: number, newest: string, shown: string[], before: string, known: string[]}} Visit
 * @typedef {{version: 1, off: boolean, theme: string, size: string, keys: boolean, read: string[], saved: Saved[],
 *   followed: Followed[], visit: Visit}} Reading
 */

const VERSION = 1;
const MOST = 2000;
const PAUSE = 30 * 60 * 1000; // as visits are commonly told apart
/** The site's root, whose address no link may leave. */
export const root = new URL(document.documentElement.dataset.root ?? "./", location.href);
const KEY = `news-digest:${root.pathname}`;

/** @type {Reading | null} where the browser keeps nothing */
let unkept = null;
const watchers = new Set();

const oneOf = (value, known) => (known.includes(value) ? value : known[0]);
const text = (value) => (typeof value === "string" ? value.slice(0, 1000) : "");
const list = (value) => (Array.isArray(value) ? value : []);
const texts = (value) => list(value).filter((each) => typeof each === "string").slice(-MOST);

/** Whether an address is below the site's root: what is imported may hold any. */
const isWithin = (address) => {
  try {
    return new URL(address, root).href.startsWith(root.href);
  } catch {
    return false;
  }
};

const places = (value, fields) => {
  const found = new Map();
  for (const each of list(value).slice(-MOST)) {
    const place = Object.fromEntries(fields.map((field) => [field, text(each?.[field])]));
    if (place.address && place.title && isWithin(place.address)) found.set(place[fields[0]], place);
  }
  return [...found.values()];
};

/** Whatever was stored or imported, as a `Reading`: what is of another kind is left out. @returns {Reading} */
const settle = (value) => ({
  version: VERSION,
  off: value?.off === true,
  theme: oneOf(value?.theme, ["auto", "light", "dark"]),
  size: oneOf(value?.size, ["normal", "small", "large", "largest"]),
  keys: value?.keys !== false,
  read: texts(value?.read),
  saved: places(value?.saved, ["id", "title", "address", "source", "when"]),
  followed: places(value?.followed, ["address", "title"]),
  visit: {
    at: Number(value?.visit?.at) || 0,
    newest: text(value?.visit?.newest),
    shown: texts(value?.visit?.shown),
    before: text(value?.visit?.before),
    known: texts(value?.visit?.known),
  },
});

/** @returns {Reading} */
export const load = () => {
  if (unkept) return unkept;
  try {
    return settle(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return settle(null);
  }
};

/** Whether this browser keeps what is saved here. */
export const isKept = () => unkept === null;

const tell = () => watchers.forEach((watcher) => watcher(load()));

/** Change what is kept, starting from what another tab may just have left. @param {(kept: Reading) => void} change */
export const update = (change) => {
  const kept = load();
  change(kept);
  const settled = settle(kept);
  try {
    localStorage.setItem(KEY, JSON.stringify(settled.off ? { version: VERSION, off: true } : settled));
    unkept = null;
  } catch {
    unkept = settled;
  }
  tell();
};

/** Forget everything but the wish that nothing be kept. @param {boolean} off */
export const forget = (off) => {
  unkept = null;
  update((kept) => void Object.assign(kept, settle({ off })));
};

/** Call with what is kept whenever it changes, in this tab or another. @param {(kept: Reading) => void} watcher */
export const watch = (watcher) => void watchers.add(watcher);

const KEYS = { saved: "id", followed: "address" };

/** Whether one is on a list. @param {Reading} kept @param {"saved" | "followed"} name @param {string} key */
export const has = (kept, name, key) => kept[name].some((each) => each[KEYS[name]] === key);

/** Put one on a list, or take it off. @param {"saved" | "followed"} name */
export const toggle = (name, entry) => {
  const key = entry[KEYS[name]];
  update((kept) => {
    if (has(kept, name, key)) kept[name] = kept[name].filter((each) => each[KEYS[name]] !== key);
    else kept[name].push(entry);
  });
};

export const markRead = (id) => {
  if (!load().off) update((kept) => void (kept.read = [...kept.read.filter((each) => each !== id), id]));
};

/** Note a visit; after a pause what was new is so no more. On the front page: its newest report, and all it shows. */
export const noteVisit = (newest, shown) => {
  if (load().off) return;
  update(({ visit }) => {
    const now = Date.now();
    if (now - visit.at > PAUSE) Object.assign(visit, { before: visit.newest, known: visit.shown });
    visit.at = now;
    if (newest) Object.assign(visit, { newest, shown });
  });
};

/** What is kept, as a file's text. */
export const write = () => JSON.stringify(load(), null, 1);

/** Take in what `write` wrote; lists are joined. @returns {boolean} whether the text was of that kind */
export const read = (source) => {
  let given;
  try {
    given = JSON.parse(source);
  } catch {
    return false;
  }
  if (given?.version !== VERSION || !Array.isArray(given.saved)) return false;
  const { saved, followed, read: opened, visit, ...choices } = settle(given);
  update((kept) => {
    Object.assign(kept, choices, { off: false });
    kept.read = [...new Set([...opened, ...kept.read])];
    kept.saved = [...saved, ...kept.saved];
    kept.followed = [...followed, ...kept.followed];
    if (visit.at > kept.visit.at) kept.visit = visit;
  });
  return true;
};

addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) tell();
});
