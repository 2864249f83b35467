const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const record = JSON.parse($("#record").textContent);

/** Make an element; text is always text, never markup. */
function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** Every claim on the page by its id: its article and what the filters ask of it. */
const claims = new Map();
for (const element of $$("article.claim")) {
  const data = element.dataset;
  claims.set(element.id.slice("claim-".length), {
    element,
    question: data.q,
    s: data.s,
    k: record.kinds[data.s],
    v: data.v,
    t: data.t.trim().split(" "),
    p: data.p,
    c: data.c,
    e: data.e,
    r: data.r,
    i: data.i,
    disputed: "x" in data,
    passes: true,
    text: null,
  });
}

/** What a search looks through, gathered once and only when somebody searches. */
function searchText(claim) {
  if (claim.text === null) {
    const heading = $("h3", claim.element.parentElement);
    claim.text = `${heading.textContent} ${claim.element.textContent}`.toLocaleLowerCase();
  }
  return claim.text;
}

const split = (ids) => (ids || "").trim().split(/\s+/).filter(Boolean);
const passing = (ids) => ids.filter((id) => claims.get(id)?.passes);
const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
