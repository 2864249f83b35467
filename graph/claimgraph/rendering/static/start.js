document.documentElement.classList.remove("no-js");

document.addEventListener("click", (event) => {
  const element = event.target.closest("a[href^='#'], [data-claims]");
  if (!element || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (openFrom(element)) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName || "");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    search.focus();
  }
});
$("#panel-close").addEventListener("click", closePanel);

const themeButton = $("#theme");
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
function isDark() {
  return (document.documentElement.dataset.theme || (darkSystem.matches ? "dark" : "light")) === "dark";
}
function showTheme() {
  themeButton.textContent = isDark() ? "Light" : "Dark";
  themeButton.setAttribute("aria-label", isDark() ? "Switch to light colours" : "Switch to dark colours");
  for (const map of maps.values()) map.refresh();
}
themeButton.addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  showTheme();
});
darkSystem.addEventListener("change", showTheme);
showTheme();

afterFilter.push(() => {
  for (const map of maps.values()) map.refresh();
});
$("#ask")?.addEventListener("change", (event) => askQuestion(event.target.value));
for (const button of $$("button[data-whole]")) button.addEventListener("click", () => toggleWhole(button));
const width = $("#maps").clientWidth;
if ($("#ask")?.value) askQuestion($("#ask").value, width);
for (const frame of $$(".map")) {
  trim(frame, width);
  nearby.observe(frame);
}

let byAddress = false;

/**
 * Do what the address says: a deep link opens its claim, one to a view sets its filters, one to a section keeps them.
 * Every step of the history remembers its filters, so that going back brings them back.
 */
function arrive(state) {
  if (byAddress) closePanel();
  byAddress = false;
  const asked = location.hash.startsWith("#?") ? location.hash : state ? state.view : addressed();
  if (asked !== addressed()) setFrom(asked);
  const view = addressed();
  const id = claimNamed(location.hash);
  history.replaceState({ view }, "", view && !id ? view : location.href);
  if (!id) return;
  claims.get(id).element.scrollIntoView({ block: "center", behavior: "instant" });
  openClaim(id, document.body);
  byAddress = true;
}

/** The claim an address names, null where it names none that this page has. */
function claimNamed(hash) {
  try {
    const id = decodeURIComponent(hash).replace(/^#claim-/, "");
    return id !== hash && claims.has(id) ? id : null;
  } catch {
    return null;
  }
}
addEventListener("popstate", (event) => arrive(event.state));
arrive(history.state);
/** For people who embed the page, and for tests. */
globalThis.claimgraph = Object.freeze({ maps, openClaim, applyFilters, closePanel });
document.documentElement.dataset.ready = "yes";
