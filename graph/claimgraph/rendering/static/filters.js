const form = $("#filters");
const choices = $$("select[data-filter]", form);
const search = $("#search");
const onlyDisputed = $("#only-disputed");
const number = $("#number");
const reset = $("#filters-reset");
const afterFilter = [];

function wanted() {
  const picked = choices.filter((choice) => choice.value).map((choice) => [choice.dataset.filter, choice.value]);
  const terms = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return { picked, terms, disputed: onlyDisputed.checked };
}

function passes(claim, { picked, terms, disputed }) {
  return (
    (!disputed || claim.disputed) &&
    picked.every(([name, value]) => (name === "t" ? claim.t.includes(value) : claim[name] === value)) &&
    (!terms.length || terms.every((term) => searchText(claim).includes(term)))
  );
}

/** Hide what does not pass, count again what is left, say the number. */
function applyFilters() {
  const asked = wanted();
  const any = asked.picked.length > 0 || asked.terms.length > 0 || asked.disputed;
  let left = 0;
  for (const claim of claims.values()) {
    claim.passes = !any || passes(claim, asked);
    claim.element.hidden = !claim.passes;
    left += claim.passes;
  }
  filterQuestions();
  filterMatrix();
  filterDisputes();
  number.value = `${left.toLocaleString("en")} of ${plural(claims.size, "claim")}`;
  number.classList.toggle("some", any);
  reset.disabled = !any;
  for (const choice of choices) choice.parentElement.classList.toggle("set", Boolean(choice.value));
  const set = asked.picked.length;
  $("#filters-toggle").textContent = set ? `Filters (${set})` : "Filters";
  for (const then of afterFilter) then();
}

function filterQuestions() {
  const sections = $$("section.question");
  for (const again of $$("[data-again]")) again.hidden = !claims.get(again.dataset.again).passes;
  for (const section of sections) section.hidden = !$("article.claim:not([hidden]), .again:not([hidden])", section);
  $("#claims > .none").hidden = sections.some((section) => !section.hidden);
}

const GLYPH = { yes: "✔", no: "✘", mixed: "±" };

/** Count a cell's claims again; a source that said both may say one thing only once its claims are filtered. */
function filterCell(cell, question) {
  cell.dataset.answer ??= cell.classList.item(1);
  cell.dataset.label ??= cell.getAttribute("aria-label");
  const ids = split(cell.dataset.claims);
  const left = passing(ids);
  for (const part of cell.parentElement.children) part.hidden = left.length === 0;
  const all = left.length === ids.length;
  cell.setAttribute("aria-label", cell.dataset.label + (all ? "" : ` (${left.length} of them pass the filters)`));
  if (cell.dataset.answer === "value") return left.length;
  $(".n", cell).textContent = left.length;
  if (cell.dataset.answer === "mixed") {
    const answers = all ? new Map() : answersTo(question);
    const said = new Set(left.map((id) => (answers.get(id)?.classList.contains("no") ? "no" : "yes")));
    const answer = all || said.size !== 1 ? "mixed" : [...said][0];
    cell.className = `cell ${answer}`;
    $(".mark", cell).textContent = GLYPH[answer];
  }
  return left.length;
}

function filterMatrix() {
  const rows = $$("tr[data-question]");
  for (const row of rows) {
    let shown = 0;
    for (const cell of $$("button.cell", row)) shown += filterCell(cell, row.dataset.question);
    row.hidden = !shown;
  }
  for (const part of $$("#questions .part")) part.hidden = !$("tr[data-question]:not([hidden])", part);
  $("#questions > .none").hidden = rows.length === 0 || rows.some((row) => !row.hidden);
}

function filterDisputes() {
  const entries = $$(".dispute");
  for (const entry of entries) entry.hidden = !passing(split(entry.dataset.pair)).length;
  for (const part of $$("#disagreements .apparent")) part.hidden = !$(".dispute:not([hidden])", part);
  $("#disagreements > .none").hidden = entries.length === 0 || entries.some((entry) => !entry.hidden);
}

let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(applyFilters, claims.size > 800 ? 200 : 60);
});
for (const choice of [...choices, onlyDisputed]) choice.addEventListener("change", applyFilters);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(applyFilters));
$("#filters-toggle").addEventListener("click", (event) => {
  const open = $("#choices").classList.toggle("open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
