const form = $("#filters");
const choices = $$("details.choice", form);
const search = $("#search");
const onlyDisputed = $("#only-disputed");
const number = $("#number");
const reset = $("#filters-reset");
const chosen = $("#chosen");
const afterFilter = [];

const ticked = (choice) => $$("input:checked", choice);

function wanted() {
  const picked = choices
    .map((choice) => [choice.dataset.filter, new Set(ticked(choice).map((box) => box.value))])
    .filter(([, values]) => values.size);
  const terms = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return { picked, terms, disputed: onlyDisputed.checked };
}

/** Any of what is ticked in one list, and something of every list in which anything is. */
function passes(claim, { picked, terms, disputed }) {
  return (
    (!disputed || claim.disputed) &&
    picked.every(([name, values]) => (name === "t" ? claim.t.some((topic) => values.has(topic)) : values.has(claim[name]))) &&
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
  for (const choice of choices) showPicked(choice);
  const set = asked.picked.length;
  $("#filters-toggle").textContent = set ? `Filters (${set})` : "Filters";
  showChosen();
  for (const then of afterFilter) then();
}

function showPicked(choice) {
  const boxes = ticked(choice);
  choice.classList.toggle("set", boxes.length > 0);
  const text = boxes.length === 1 ? $(".text", boxes[0].parentElement).textContent : `${boxes.length} chosen`;
  $(".picked", choice).textContent = boxes.length ? text : "All";
}

/** What is set, each with a button that takes it back; on paper it says what the printed view leaves out. */
function showChosen() {
  const items = choices.flatMap((choice) =>
    ticked(choice).map((box) => chip(`${$(".what", choice).textContent}: ${$(".text", box.parentElement).textContent}`, () => (box.checked = false))),
  );
  const terms = search.value.trim();
  if (terms) items.push(chip(`Search: ${terms}`, () => (search.value = "")));
  if (onlyDisputed.checked) items.push(chip("Only disagreements", () => (onlyDisputed.checked = false)));
  chosen.replaceChildren(...items);
  chosen.hidden = !items.length;
}

function chip(text, takeBack) {
  const item = make("li");
  const button = make("button", "chip", text);
  button.type = "button";
  button.setAttribute("aria-label", `${text}: remove`);
  button.addEventListener("click", () => {
    takeBack();
    change();
    ($(".chip", chosen) || search).focus({ preventScroll: true });
  });
  item.append(button);
  return item;
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

/** What is set as the part of an address behind the #; empty where nothing is. */
function addressed() {
  const said = new URLSearchParams();
  for (const choice of choices) for (const box of ticked(choice)) said.append(choice.dataset.key, box.dataset.key);
  if (search.value.trim()) said.set("search", search.value.trim());
  if (onlyDisputed.checked) said.set("only", "disagreements");
  const text = said.toString();
  return text ? `#?${text}` : "";
}

/** Set the filters as an address says; what it names and this page lacks is passed over. */
function setFrom(hash) {
  const said = new URLSearchParams(hash.replace(/^#\??/, ""));
  for (const choice of choices) {
    const keys = new Set(said.getAll(choice.dataset.key));
    for (const box of $$("input", choice)) box.checked = keys.has(box.dataset.key);
  }
  search.value = said.get("search") || "";
  onlyDisputed.checked = said.get("only") === "disagreements";
  applyFilters();
}

/** Filter, and keep the view in the address: a step back in the browser takes the last choice back. */
function change(how = "pushState") {
  applyFilters();
  const here = addressed();
  if (here !== (history.state?.view ?? "")) history[how]({ view: here }, "", here || location.href.split("#")[0]);
}

let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => change("replaceState"), claims.size > 800 ? 200 : 60);
});
for (const box of [...$$("input", $("#choices")), onlyDisputed]) box.addEventListener("change", () => change());
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(change));
$("#filters-toggle").addEventListener("click", (event) => {
  const open = $("#choices").classList.toggle("open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});

/** One list is open at a time, and none once the reader turns elsewhere. */
function closeLists(but = null) {
  for (const choice of choices) if (choice !== but) choice.open = false;
}
for (const choice of choices) {
  choice.addEventListener("toggle", () => choice.open && closeLists(choice));
  choice.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !choice.open) return;
    choice.open = false;
    $("summary", choice).focus();
    event.stopPropagation();
  });
}
document.addEventListener("click", (event) => closeLists(event.target.closest("details.choice")));
document.addEventListener("focusin", (event) => closeLists(event.target.closest("details.choice")));
