"use strict";
// Shows the draft in a frame, whose pages are the very files of a build, and loads the open one again after a change.
const frame = document.getElementById("page");
const panel = document.getElementById("findings");
let version = -1;
let pages = null;

frame.addEventListener("load", () => {
  const place = frame.contentWindow.location;
  const path = place.pathname.split("/site/")[1];
  if (path === undefined) return;
  history.replaceState(null, "", "#" + path + place.hash);
  document.title = frame.contentDocument.title;
});

function reload() {
  const page = frame.contentWindow;
  const [x, y] = [page.scrollX, page.scrollY];
  const open = [...frame.contentDocument.querySelectorAll("details")].map((details) => details.open);
  frame.addEventListener("load", () => {
    const all = frame.contentDocument.querySelectorAll("details");
    if (all.length === open.length) all.forEach((details, index) => { details.open = open[index]; });
    frame.contentWindow.scrollTo({ left: x, top: y, behavior: "instant" });
  }, { once: true });
  // Else the browser scrolls as well, to where it thinks the place has moved.
  page.history.scrollRestoration = "manual";
  page.location.reload();
}

function show(state) {
  panel.hidden = state.findings.length === 0 && state.refusal === null;
  panel.className = state.refusal !== null || state.errors > 0 ? "error" : "";
  panel.querySelector("summary").textContent =
    state.refusal !== null ? "Not built: " + state.refusal : state.findings.length + " findings";
  const list = panel.querySelector("ul");
  list.replaceChildren(...state.findings.map((finding) => {
    const item = document.createElement("li");
    const place = document.createElement("code");
    place.textContent = finding.place;
    item.append(place, " " + finding.text);
    return item;
  }));
  if (state.refusal !== null) panel.open = true;
}

async function watch() {
  for (;;) {
    try {
      const answer = await fetch("state?after=" + version);
      if (!answer.ok) return;
      const state = await answer.json();
      show(state);
      if (pages !== null && state.pages !== pages) reload();
      ({ version, pages } = state);
    } catch {
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

frame.src = "site/" + (location.hash.slice(1) || "index.html");
watch();
