const said = $("#map-said");
const READABLE = 0.64;
const NEAR = 0.9;
const SMALL = 600;
const ROOM = 40; // for lines that curve out beyond the outermost boxes
const maps = new Map();

function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const [yes, no, mixed, soft] = ["yes", "no", "mixed", "soft"].map(colour);
  return {
    yes, no, mixed, plain: soft, agreed: yes, denied: no, disputed: mixed, single: soft, support: yes, conflict: no,
    paper: colour("raised"), ink: colour("ink"), rule: colour("rule"), soft,
    wash: { yes: colour("yes-wash"), no: colour("no-wash"), mixed: colour("mixed-wash"), plain: colour("sunk") },
    font: colour("sans"),
  };
}

/** One map: pyvis's nodes and edges, drawn by vis-network at the places they come with. */
class ClaimMap {
  constructor(frame) {
    this.frame = frame;
    this.name = frame.dataset.map;
    this.canvas = $(".canvas", frame);
    this.card = $(".card", frame);
    this.at = null;
    this.finger = false;
    this.nodes = new vis.DataSet([]);
    this.edges = new vis.DataSet([]);
    const options = { ...record.options, autoResize: true };
    this.network = new vis.Network(this.canvas, { nodes: this.nodes, edges: this.edges }, options);
    this.prepareCanvas();
    this.listen();
  }

  prepareCanvas() {
    const inner = $(".vis-network", this.canvas);
    inner.setAttribute("role", "application");
    inner.setAttribute("tabindex", "0");
    inner.setAttribute("aria-label", this.canvas.getAttribute("aria-label"));
    inner.setAttribute("aria-describedby", "map-help");
    this.canvas.removeAttribute("aria-label");
    this.canvas.removeAttribute("aria-describedby");
    inner.addEventListener("focus", () => this.live(true));
    inner.addEventListener("blur", () => this.live(false));
    inner.addEventListener("keydown", (event) => this.key(event));
  }

  /** Only a map that has the focus takes the wheel and the finger from the page. */
  live(on) {
    this.frame.classList.toggle("live", on);
    this.network.setOptions({ interaction: { zoomView: on } });
    if (!on) this.choose(null, false);
  }

  show(data) {
    const silent = { claims: [], say: "", question: "" };
    this.data = {
      nodes: data.nodes.map((node) => ({ ...silent, physics: false, ...node, ...data.about[node.about] })),
      edges: data.edges.map((edge) => ({ ...silent, arrows: "", ...edge, ...data.about[edge.about] })),
    };
    this.at = null;
    this.nodes.clear();
    this.edges.clear();
    this.nodes.add(this.data.nodes.map((node) => this.node(node)));
    this.edges.add(this.data.edges.map((edge) => this.edge(edge)));
    this.network.setSize("100%", "100%");
    this.network.redraw();
    this.fit();
  }

  node(node) {
    const p = palette();
    if (node.role === "way") return { ...node, opacity: 0, chosen: false, label: undefined };
    const heading = node.role === "heading";
    const faint = node.claims.length > 0 && !passing(node.claims).length;
    const chosen = this.at === node.id;
    return {
      ...node,
      opacity: faint ? 0.18 : 1,
      borderWidth: chosen ? 3 : node.role === "question" ? 2 : 1,
      margin: 5,
      shapeProperties: { borderRadius: node.role === "source" ? 12 : 3, borderDashes: node.status === "no" ? [5, 4] : false },
      color: {
        background: heading ? "transparent" : node.role === "claim" || node.role === "question" ? p.wash[node.status] || p.paper : p.paper,
        border: chosen ? p.ink : node.status === "plain" ? p.soft : p[node.status],
        highlight: { background: p.wash.plain, border: p.ink },
        hover: { background: p.wash.plain, border: p.ink },
      },
      font: {
        multi: false,
        face: p.font,
        size: heading ? 13 : 13,
        color: heading ? p.soft : p.ink,
        align: node.role === "claim" ? "left" : "center",
      },
    };
  }

  edge(edge) {
    const p = palette();
    const faint = !passing(edge.claims).length;
    const near = this.at !== null && edge.ends.includes(this.at);
    const away = this.at !== null && !near;
    const double = edge.status === "disputed" && !faint && !away;
    return {
      ...edge,
      color: { color: p[edge.status], highlight: p[edge.status], hover: p[edge.status], opacity: faint ? 0.08 : away ? 0.16 : 0.9 },
      background: { enabled: double, color: `${p.mixed}44`, size: edge.width + 6 },
      width: near ? edge.width + 1 : edge.width,
    };
  }

  /** Colours, filters and choice again, without moving anything. */
  refresh() {
    if (!this.data) return;
    this.nodes.update(this.data.nodes.map((node) => this.node(node)));
    this.edges.update(this.data.edges.map((edge) => this.edge(edge)));
  }

  /** All of it on a small screen or where all was asked for; else as much as can be read, from the top. */
  fit() {
    this.network.fit({ animation: false, minZoomLevel: 0.01, maxZoomLevel: 1 });
    const overview = isSmall(this.canvas.clientWidth) || drawnWhole.has(pictureName(this.name));
    if (!this.data.nodes.length || overview || this.network.getScale() >= READABLE) return;
    const box = this.bounds();
    const across = (this.canvas.clientWidth - 8) / (box.right - box.left);
    const least = Math.max(READABLE, Math.min(0.95, across));
    const half = { x: this.canvas.clientWidth / least / 2, y: this.canvas.clientHeight / least / 2 };
    const x = box.right - box.left < 2 * half.x ? (box.left + box.right) / 2 : box.left + half.x - 4;
    const y = box.bottom - box.top < 2 * half.y ? (box.top + box.bottom) / 2 : box.top + half.y - 10;
    this.network.moveTo({ position: { x, y }, scale: least });
  }

  bounds() {
    const boxes = this.data.nodes.map((node) => this.network.getBoundingBox(node.id));
    return {
      left: Math.min(...boxes.map((box) => box.left)) - ROOM,
      right: Math.max(...boxes.map((box) => box.right)) + ROOM,
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  zoom(factor) {
    this.network.moveTo({ scale: Math.min(3, Math.max(0.1, this.network.getScale() * factor)) });
  }

  say(id) {
    const item = this.find(id);
    return item.say || (item.claims.length ? claimWords(item.claims[0]) : "");
  }

  find(id) {
    return this.data.nodes.find((node) => node.id === id) || this.data.edges.find((edge) => edge.id === id);
  }

  /** A finger that taps a map too small to read means: closer. */
  closer(point) {
    const far = this.finger && this.network.getScale() < 0.8 * READABLE;
    if (far) this.network.moveTo({ position: point, scale: NEAR });
    return far;
  }

  open(id) {
    const item = this.find(id);
    if (item?.claims.length) openPanel(item.role === "claim" ? claimTitle(item.claims[0]) : this.say(id), item.claims, $(".vis-network", this.canvas));
  }

  choose(id, speak = true) {
    if (this.at === id) return;
    this.at = id;
    this.refresh();
    if (id === null) {
      this.card.hidden = true;
      return;
    }
    const place = this.network.getPosition(id);
    this.showCard(this.say(id), this.network.canvasToDOM(place));
    if (speak) said.textContent = this.say(id);
  }

  showCard(text, { x, y }) {
    if (!text) return;
    this.card.textContent = text;
    this.card.hidden = false;
    const room = { x: this.frame.clientWidth - this.card.offsetWidth - 8, y: this.frame.clientHeight - this.card.offsetHeight - 8 };
    this.card.style.left = `${Math.max(8, Math.min(room.x, x + 14))}px`;
    this.card.style.top = `${Math.max(8, Math.min(room.y, y + 18))}px`;
  }

  /** The nearest node in a direction, sideways distance counting double. */
  towards(dx, dy) {
    const nodes = this.data.nodes.filter((node) => node.role !== "heading" && node.role !== "way");
    if (this.at === null) return nodes[0]?.id;
    const here = this.find(this.at);
    let best = null;
    let least = Infinity;
    for (const node of nodes) {
      const along = (node.x - here.x) * dx + (node.y - here.y) * dy;
      const aside = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx);
      if (along > 1 && along + 2 * aside < least) [best, least] = [node.id, along + 2 * aside];
    }
    return best ?? this.at;
  }

  key(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (steps[event.key]) {
      const next = this.towards(...steps[event.key]);
      if (next) {
        this.network.moveTo({ position: this.network.getPosition(next) });
        this.choose(next);
      }
    } else if (event.key === "Enter" && this.at !== null) this.open(this.at);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else if (event.key === "Escape" && this.at !== null) this.choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  listen() {
    this.canvas.addEventListener("pointerdown", (event) => (this.finger = event.pointerType === "touch"), true);
    this.network.on("click", ({ nodes, edges, pointer }) => {
      $(".vis-network", this.canvas).focus({ preventScroll: true });
      if (this.closer(pointer.canvas)) return;
      if (nodes.length || edges.length) this.open(nodes[0] ?? edges[0]);
    });
    this.network.on("hoverNode", ({ node, pointer }) => {
      if (this.finger) return;
      this.choose(["heading", "way"].includes(this.find(node).role) ? null : node, false);
      this.showCard(this.say(node), pointer.DOM);
    });
    this.network.on("hoverEdge", ({ edge, pointer }) => this.finger || this.showCard(this.say(edge), pointer.DOM));
    this.network.on("blurNode", () => this.choose(null));
    this.network.on("blurEdge", () => (this.card.hidden = true));
    this.network.on("dragStart", () => (this.card.hidden = true));
    const tools = { in: () => this.zoom(1.25), out: () => this.zoom(0.8), fit: () => this.fit(), png: () => this.save() };
    for (const button of $$(".tools button", this.frame)) button.addEventListener("click", tools[button.dataset.do]);
  }

  /** The whole map as a picture, drawn again at twice its size on a ground of its own. */
  save() {
    const scale = this.network.getScale();
    const position = this.network.getViewPosition();
    const box = this.bounds();
    const size = { width: box.right - box.left + 60, height: box.bottom - box.top + 60 };
    const ratio = Math.min(2, 8000 / size.width, 8000 / size.height);
    const was = this.canvas.getBoundingClientRect();
    this.network.setOptions({ autoResize: false });
    this.network.setSize(`${size.width * ratio}px`, `${size.height * ratio}px`);
    this.network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: ratio });
    this.network.redraw();
    const drawn = $("canvas", this.canvas);
    const picture = make("canvas");
    [picture.width, picture.height] = [drawn.width, drawn.height];
    const pen = picture.getContext("2d");
    pen.fillStyle = palette().paper;
    pen.fillRect(0, 0, picture.width, picture.height);
    pen.drawImage(drawn, 0, 0);
    this.network.setSize("100%", "100%");
    this.network.setOptions({ autoResize: true });
    this.network.redraw();
    this.network.moveTo({ position, scale });
    void was;
    picture.toBlob((blob) => {
      const link = make("a");
      link.href = URL.createObjectURL(blob);
      link.download = `claimgraph-${this.name}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 5000);
      said.textContent = `Saved as ${link.download}.`;
    });
  }
}

/** As high as a map needs at its width and no higher than a screen, told before anything is drawn. */
function trim(frame, width) {
  const data = mapData(frame.dataset.map);
  if (!data?.nodes.length) return;
  const half = (size) => ((size?.minimum || 0) + 10) / 2;
  const tops = data.nodes.flatMap((node) => [node.y - half(node.heightConstraint), node.y + half(node.heightConstraint)]);
  const sides = data.nodes.flatMap((node) => [node.x - half(node.widthConstraint), node.x + half(node.widthConstraint)]);
  const breadth = Math.max(...sides) - Math.min(...sides) + 2 * ROOM;
  const scale = Math.max(isSmall(width) ? 0 : READABLE, Math.min(1, width / breadth));
  const needed = Math.round((Math.max(...tops) - Math.min(...tops)) * scale + 56);
  const most = isSmall(width) ? 460 : drawnWhole.has(pictureName(frame.dataset.map)) ? 820 : 610;
  $(".canvas", frame).style.height = `${Math.max(180, Math.min(most, needed))}px`;
}

const isSmall = (width) => width < SMALL;

/** Which picture a frame shows: of the chosen question, and the whole where the reader asked for it. */
const pictureName = (name) => (name === "question" ? $("#ask")?.value : name);
const drawnWhole = new Set();

function mapData(name) {
  const picture = pictureName(name);
  return (drawnWhole.has(picture) && record.maps.whole[picture]) || record.maps.drawn[picture];
}

/** Draw all there is of a map, or as little as before. */
function toggleWhole(button) {
  const picture = button.dataset.whole;
  const on = !drawnWhole.delete(picture);
  if (on) drawnWhole.add(picture);
  button.setAttribute("aria-pressed", String(on));
  button.dataset.say ??= button.textContent;
  button.textContent = on ? "Draw fewer" : button.dataset.say;
  const some = $(".some", button.parentElement);
  some.dataset.say ??= some.textContent;
  some.textContent = on ? some.dataset.whole : some.dataset.say;
  const frame = $(`[data-map="${["subject", "argument"].includes(picture) ? picture : "question"}"]`);
  trim(frame, $("#maps").clientWidth);
  drawMap(frame);
  maps.get(frame.dataset.map)?.show(mapData(frame.dataset.map));
  said.textContent = some.textContent;
}

/** Draw a map the first time it comes near the screen. */
function drawMap(frame) {
  if (maps.has(frame.dataset.map)) return;
  const data = mapData(frame.dataset.map);
  if (!data?.nodes.length) {
    frame.replaceChildren(make("p", "none", "Nothing to draw here."));
    return;
  }
  const map = new ClaimMap(frame);
  maps.set(map.name, map);
  map.show(data);
}

function askQuestion(id, width = $("#maps").clientWidth) {
  $("#ask").value = id;
  $("#ask-link").href = `#question-${id}`;
  showShares();
  trim($('[data-map="question"]'), width);
  maps.get("question")?.show(mapData("question"));
}

/** Of all questions' notes on what is not drawn, the one of the question shown. */
function showShares() {
  for (const note of $$("#map-question [data-share]")) note.hidden = note.dataset.share !== $("#ask").value;
}

const nearby = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      nearby.unobserve(entry.target);
      drawMap(entry.target);
    }
  },
  { rootMargin: "600px" },
);
