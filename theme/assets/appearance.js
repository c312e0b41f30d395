/* The reader's theme and text size, before anything is painted. Blocks for as long as it takes to read one key. */
(() => {
  "use strict";
  const page = document.documentElement;
  if (location.protocol === "file:") return; // modules do not load from there
  page.classList.add("script");
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(`news-digest:${new URL(page.dataset.root, location.href).pathname}`));
  } catch {
    // no storage
  }
  if (kept?.off) return;
  page.classList.add("tools");
  page.dataset.theme = kept?.theme ?? "auto";
  page.dataset.size = kept?.size ?? "normal";
})();
