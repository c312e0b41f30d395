/* Copies a feed's address. Every word it shows stands in the page. */

import { copy } from "./reading.js";

document.querySelector("main").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button) copy(button.dataset.copy);
});
