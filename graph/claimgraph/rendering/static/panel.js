const panel = $("#panel");
const panelTitle = $("#panel-title");
const panelBody = $("#panel-body");
let openedFrom = null;

/** Relations by claim, read once. */
const ties = new Map();
for (const [type, kind, source, target, why] of record.relations) {
  for (const [here, there] of [[source, target], [target, source]]) {
    if (!ties.has(here)) ties.set(here, []);
    ties.get(here).push({ type, kind, there, why });
  }
}

const TIE = { conflict: "✘ Conflicts with", support: "✔ Agrees with", apparent: "Only seems to conflict with" };
const MOST_TIES = 8;

function tieList(id) {
  const found = ties.get(id) || [];
  const list = make("ul", "ties");
  for (const tie of found.slice(0, MOST_TIES)) {
    const item = make("li");
    const other = claims.get(tie.there).element;
    const link = make("a", "open", `“${short($("mark", other).textContent)}”`);
    link.href = `#claim-${tie.there}`;
    item.append(make("span", `tie ${tie.type}`, TIE[tie.type]), " ", link, " ", $("cite", other).textContent);
    if (tie.why && tie.type !== "support") item.append(make("span", "reason", tie.why));
    list.append(item);
  }
  if (found.length > MOST_TIES) list.append(make("li", "", `and ${found.length - MOST_TIES} more`));
  return list;
}

function short(text, most = 110) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** The claim's own article, copied without its id, with what it supports and conflicts with. */
function copy(id, answer) {
  const article = claims.get(id).element.cloneNode(true);
  if (answer) $(".answer", article).replaceWith(answer.cloneNode(true));
  article.removeAttribute("id");
  article.hidden = false;
  if (ties.has(id)) article.append(tieList(id));
  return article;
}

/** One claim in a line: its answer, its words, who says so, how firmly and on what ground. */
function claimWords(id) {
  const article = claims.get(id).element;
  return `${$(".answer", article).textContent}: “${short($("mark", article).textContent, 140)}” ${$(".by", article).textContent.replace(/#$/, "").trim()}`;
}

const MOST_IN_PANEL = 60;

/** Show claims in the panel; the focus goes there and comes back on closing. */
function openPanel(title, ids, from = document.activeElement, question = "") {
  const known = ids.filter((id) => claims.has(id));
  if (!known.length) return;
  if (panel.hidden || !panel.contains(from)) openedFrom = from;
  panelTitle.textContent = title;
  const hidden = known.length - passing(known).length;
  const answers = question ? answersTo(question) : new Map();
  const note = hidden ? `, ${hidden} of them outside the filters` : "";
  panelBody.replaceChildren(
    make("p", "count", plural(known.length, "claim") + note),
    ...known.slice(0, MOST_IN_PANEL).map((id) => copy(id, answers.get(id))),
  );
  if (known.length > MOST_IN_PANEL) {
    panelBody.append(make("p", "count", `The other ${known.length - MOST_IN_PANEL} stand under “All claims”.`));
  }
  panel.hidden = false;
  panelBody.scrollTop = 0;
  panelTitle.focus({ preventScroll: true });
}

function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  if (openedFrom?.isConnected) openedFrom.focus({ preventScroll: true });
  openedFrom = null;
}

const questionText = (id) => $(`#question-${CSS.escape(id)} > h3`)?.firstChild.textContent.trim() || "Claims";
const claimTitle = (id) => claims.get(id)?.element.dataset.about || questionText(claims.get(id)?.question || "");
const inQuestion = (id) => $$(`#question-${CSS.escape(id)} > :is(article.claim, .again)`);
const questionClaims = (id) => inQuestion(id).map((a) => a.dataset.again || a.id.slice(6));

/** One claim can answer two questions, yes to one and no to the other: show its answer to this one. */
function answersTo(id) {
  return new Map(inQuestion(id).map((a) => [a.dataset.again || a.id.slice(6), $(".answer", a)]));
}

function openClaim(id, from) {
  if (claims.has(id)) openPanel(claimTitle(id), [id], from);
}

/** What a click on a link or a button with claims behind it opens; true where it was one of ours. */
function openFrom(element) {
  const ids = split(element.dataset.claims);
  const row = element.closest("tr[data-question]");
  if (ids.length) {
    const title = row ? questionText(row.dataset.question) : ids.length > 1 ? element.textContent : claimTitle(ids[0]);
    openPanel(title, ids, element, row?.dataset.question);
    return true;
  }
  const target = element.getAttribute("href") || "";
  if (target.startsWith("#claim-") && claims.has(target.slice(7)) && !element.classList.contains("self")) {
    openClaim(target.slice(7), element);
    return true;
  }
  if (target.startsWith("#question-") && questionClaims(target.slice(10)).length) {
    openPanel(questionText(target.slice(10)), questionClaims(target.slice(10)), element, target.slice(10));
    return true;
  }
  return false;
}
