// What pages do beyond their HTML; every page works without it.
import { initAll } from "./built/govuk-frontend.min.js";

initAll();

// A table that fits needs no box that scrolls: its heading then stays in sight on the page, and no key stops at it.
const boxes = new ResizeObserver((found) => {
  for (const { target: box } of found) {
    const fits = box.scrollWidth <= box.clientWidth;
    box.classList.toggle("app-scroll--fits", fits);
    box.tabIndex = fits ? -1 : 0;
  }
});
for (const box of document.querySelectorAll(".app-scroll")) boxes.observe(box);

// <textarea data-autosave="address"> keeps what is written, a moment after the writing pauses.
for (const area of document.querySelectorAll("textarea[data-autosave]")) {
  const said = document.createElement("p");
  said.className = "govuk-hint app-autosave";
  said.setAttribute("role", "status");
  area.after(said);
  let kept = area.value;
  let timer = 0;
  let sending = false;

  const keep = async () => {
    if (sending || area.value === kept) return;
    sending = true;
    const text = area.value;
    const body = new FormData(area.form);
    said.textContent = "Keeping…";
    try {
      const answer = await fetch(area.dataset.autosave, {
        method: "POST", body, headers: { Accept: "application/json" },
      });
      if (answer.status === 409) {
        said.textContent = (await answer.json()).fault;
        return; // another's text stands: to try again would change nothing
      }
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      kept = text;
      const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      said.textContent = `Kept at ${time}`;
    } catch {
      said.textContent = "Not kept yet: the next try is in a few seconds. The button below keeps it too.";
      timer = setTimeout(keep, 5000);
    }
    sending = false;
    if (area.value !== kept && area.value !== text) timer = setTimeout(keep, 1000);
  };

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 1000);
  });
  area.addEventListener("blur", keep);
  area.form.addEventListener("submit", () => { kept = area.value; });
  addEventListener("beforeunload", (event) => { if (area.value !== kept) event.preventDefault(); });
}

// <div data-progress="address"> shows how far long work is, and reads the page again at its end.
for (const box of document.querySelectorAll("[data-progress]")) {
  const bar = box.querySelector("progress");
  const words = box.querySelector("[role=status]");
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
      const found = await answer.json();
      if (found.is_over) return location.reload();
      if (found.percent === null) bar.removeAttribute("value");
      else bar.value = found.percent;
      if (words.textContent !== found.progress) words.textContent = found.progress;
    } catch {
      // The next try may be answered; the page itself says how far the work was.
    }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 300);
}

document.documentElement.dataset.started = "yes";
