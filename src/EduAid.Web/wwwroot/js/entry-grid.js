// The grid: rows and cells on the page, the keyboard of a spreadsheet. It knows no server; what is typed goes out by `changed`.
import { fromClipboard, toText } from "./entry-block.js";

const make = (tag, attributes = {}, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, value);
  element.append(...content);
  return element;
};

export class Grid {
  static mostRows = 3000;
  static #spare = 5;

  // One input serves the cell on which the keyboard stands: it is in focus before anything is typed, as Chinese input methods need.
  #input = make("input", { class: "grid-input", type: "text", autocomplete: "off", spellcheck: "false", maxlength: "200" });
  #at = { line: 1, column: 0 };
  #from = null;
  #mode = "walk";
  #free = false;
  #rows = new Map();
  #cells = new Map();
  #checked = new Map();
  #selected = [];

  constructor(table, columns, texts, { changed, pasted, opened, stepped }) {
    Object.assign(this, { table, columns, texts, changed, pasted, opened, stepped });
    this.body = table.tBodies[0];
    this.scroll = table.closest("[data-scroll]");
    table.setAttribute("aria-colcount", columns.length + 1);
    const head = table.tHead.rows[0];
    for (const column of columns) {
      const mark = column.needed ? [make("span", { class: "must", "aria-hidden": "true" }, "*")] : [];
      head.append(make("th", { scope: "col", role: "columnheader", lang: "zh-Hans", class: `col-${column.field}` }, column.heading, ...mark));
    }
    table.addEventListener("mousedown", event => this.#pointed(event));
    table.addEventListener("dblclick", event => event.target.closest("td") && this.#edit());
    this.#input.addEventListener("keydown", event => this.#key(event));
    this.#input.addEventListener("input", () => { if (this.#mode === "walk") this.#mode = "type"; });
    this.#input.addEventListener("blur", () => this.#commit());
    this.#input.addEventListener("paste", event => this.#paste(event));
    this.#input.addEventListener("copy", event => this.#copy(event));
    this.#grow(12);
    this.go(1, 0, { focus: false });
  }

  get last() {
    let last = 0;
    for (const [line, cells] of this.#cells) if (line > last && cells.some(c => c.text)) last = line;
    return last;
  }

  get active() { return { ...this.#at }; }

  cell(line, column) { return this.#cells.get(line)?.[column] ?? { text: "", masked: false }; }

  isBlank(line) { return !(this.#cells.get(line) ?? []).some(c => c.text); }

  // Puts texts into cells and shows them; says nothing to anybody.
  put(changes) {
    const lines = new Set();
    for (const { line, column, cell } of changes) {
      if (!this.#cells.has(line)) this.#cells.set(line, this.columns.map(() => ({ text: "", masked: false })));
      this.#cells.get(line)[column] = cell;
      lines.add(line);
    }
    this.#grow(Math.min(Grid.mostRows, this.last + Grid.#spare));
    for (const line of lines) this.#paint(line);
  }

  // Shows what the check says; rows of which it says the same are left alone.
  mark(checks) {
    const before = this.#checked;
    this.#checked = new Map(checks.map(c => [c.line, c]));
    for (const line of new Set([...before.keys(), ...this.#checked.keys()]))
      if (JSON.stringify(before.get(line)) !== JSON.stringify(this.#checked.get(line))) this.#paint(line);
    for (const line of this.#rows.keys()) if (!this.#checked.has(line) && !before.has(line)) this.#verdict(line);
  }

  showOnlyFaults(only) { this.table.classList.toggle("only-faults", only); }

  // The next cell with a fault below the one on which the keyboard stands, or the first of all.
  nextFault() {
    const cells = [...this.#checked.values()].sort((a, b) => a.line - b.line)
      .flatMap(c => c.faults.map(f => ({ line: c.line, column: f.column, bad: f.bad }))).filter(f => f.bad);
    const next = cells.find(c => c.line > this.#at.line || (c.line === this.#at.line && c.column > this.#at.column)) ?? cells[0];
    if (next) this.go(next.line, next.column);
    return Boolean(next);
  }

  go(line, column, { focus = true, extend = false } = {}) {
    this.#commit();
    line = Math.max(1, Math.min(line, Grid.mostRows));
    column = Math.max(0, Math.min(column, this.columns.length - 1));
    this.#from = extend ? this.#from ?? { ...this.#at } : null;
    const moved = this.#at.line !== line;
    this.#at = { line, column };
    this.#grow(line + 1);
    const td = this.#td(line, column), cell = this.cell(line, column);
    this.table.querySelector("td.at")?.classList.remove("at");
    td.classList.add("at");
    td.prepend(this.#input);
    this.#rest(cell);
    const fault = td.querySelector(".fault-why");
    this.#input.setAttribute("aria-label", this.texts.CellName.replace("{0}", line).replace("{1}", this.columns[column].heading));
    this.#input.setAttribute("aria-invalid", td.classList.contains("bad"));
    if (fault) this.#input.setAttribute("aria-describedby", fault.id); else this.#input.removeAttribute("aria-describedby");
    this.#select();
    if (focus) {
      this.#input.focus({ preventScroll: true });
      this.#input.select();
      td.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    if (moved) this.stepped?.();
  }

  #rest(cell) {
    this.#mode = "walk";
    this.#input.value = cell.masked ? "" : cell.text;
    this.#input.placeholder = cell.masked ? cell.text : "";
  }

  #td(line, column) { return this.#rows.get(line).cells[column + 1]; }

  #grow(lines) {
    const from = this.#rows.size + 1;
    if (lines < from) return;
    const added = document.createDocumentFragment();
    for (let line = from; line <= Math.min(lines, Grid.mostRows); line++) {
      const row = make("tr", { role: "row", "aria-rowindex": line + 1, "data-line": line }, make("th", { scope: "row", role: "rowheader", class: "grid-line" }, `${line}`));
      this.columns.forEach((column, c) => row.append(make("td", { role: "gridcell", class: `col-${column.field}`, "data-column": c })));
      this.#rows.set(line, row);
      added.append(row);
    }
    this.body.append(added);
    this.table.setAttribute("aria-rowcount", this.#rows.size + 1);
  }

  #paint(line) {
    const row = this.#rows.get(line);
    if (!row) return;
    const checked = this.#checked.get(line);
    this.columns.forEach((column, c) => {
      const td = row.cells[c + 1], cell = this.cell(line, c), here = td.contains(this.#input);
      const faults = (checked?.faults ?? []).filter(f => f.column === c).map(f => ({ ...f }));
      if (c === this.columns.findIndex(x => x.field === "CitizenId") && checked?.elsewhere) faults.push({ bad: false, text: this.texts.Elsewhere });
      if (faults.length === 0 && checked?.verdict === "PassedOver" && c === 0) faults.push({ bad: true, text: this.texts["Verdict.PassedOver"] });
      const bad = faults.some(f => f.bad);
      td.className = `col-${column.field}${here ? " at" : ""}${faults.length ? ` fault ${bad ? "bad" : "warn"}` : ""}`;
      const content = [make("span", { class: cell.masked ? "v mask" : "v" }, cell.text || (faults.length ? this.texts.Blank : ""))];
      if (!cell.text) content[0].classList.add("blank");
      if (faults.length) content.push(make("span", { class: "fault-why", id: `why-${line}-${c}` }, `${bad ? "✕" : "!"} ${faults.map(f => f.text).join(" ")}`));
      if (here) {
        while (td.lastChild !== this.#input) td.lastChild.remove();
        td.append(...content);
        if (this.#mode === "walk") this.#rest(cell);
        this.#input.setAttribute("aria-invalid", bad);
      }
      else td.replaceChildren(...content);
    });
    this.#verdict(line);
  }

  #verdict(line) {
    const row = this.#rows.get(line), checked = this.#checked.get(line), blank = this.isBlank(line);
    const verdict = blank ? "" : checked?.verdict ?? "Good";
    if (row.dataset.verdict === verdict) return;
    row.dataset.verdict = verdict;
    const kind = { Good: "ok", Warned: "warn", Rejected: "bad", Duplicate: "warn", PassedOver: "bad" }[verdict] ?? "";
    row.className = kind ? `has-${kind}` : "";
    const sign = { ok: "✓", warn: "!", bad: "✕" }[kind];
    row.cells[0].replaceChildren(`${line}`, ...sign ? [make("span", { class: `grid-sign ${kind}`, title: this.texts[`Verdict.${verdict}`] },
      make("span", { "aria-hidden": "true" }, sign), make("span", { class: "visually-hidden" }, this.texts[`Verdict.${verdict}`]))] : []);
  }

  // The cells that a key or a copy is about: from where shift was held to here.
  #range() {
    const a = this.#at, b = this.#from ?? a;
    const [top, bottom] = [Math.min(a.line, b.line), Math.max(a.line, b.line)], [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
    const cells = [];
    for (let line = top; line <= bottom; line++) for (let column = left; column <= right; column++) cells.push({ line, column });
    return { cells, top, bottom, left, right };
  }

  #select() {
    for (const td of this.#selected) td.classList.remove("in");
    this.#selected = this.#from ? this.#range().cells.filter(c => this.#rows.has(c.line)).map(c => this.#td(c.line, c.column)) : [];
    for (const td of this.#selected) td.classList.add("in");
  }

  #commit() {
    if (this.#mode === "walk") return;
    const { line, column } = this.#at, text = this.#input.value.trim();
    this.#mode = "walk";
    if (text !== this.cell(line, column).text || this.cell(line, column).masked) this.changed([{ line, column, text }]);
    this.#rest(this.cell(line, column));
  }

  async #edit() {
    const { line, column } = this.#at, cell = this.cell(line, column);
    if (cell.masked) {
      const text = await this.opened(line, column);
      if (text === null || this.#at.line !== line || this.#at.column !== column) return;
      this.put([{ line, column, cell: { text, masked: false } }]);
      this.#input.value = text;
    }
    this.#mode = "edit";
    this.#input.focus();
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
  }

  #pointed(event) {
    const number = event.target.closest("tbody th");
    if (number) {
      event.preventDefault();
      return this.#row(+number.parentElement.dataset.line);
    }
    const td = event.target.closest("td"), row = td?.closest("tr[data-line]");
    if (!row || (td.classList.contains("at") && event.target === this.#input)) return;
    event.preventDefault();
    this.go(+row.dataset.line, +td.dataset.column, { extend: event.shiftKey });
  }

  // All cells of a line, to be cleared or copied.
  #row(line) {
    this.go(line, 0);
    this.#from = { line, column: this.columns.length - 1 };
    this.#select();
  }

  #key(event) {
    if (event.isComposing) return;
    const { line, column } = this.#at, control = event.ctrlKey || event.metaKey, walking = this.#mode === "walk";
    const take = action => { event.preventDefault(); action(); };
    const move = (down, right) => take(() => this.#step(line, column, down, right, event.shiftKey && walking));
    if (event.altKey) return event.key === "ArrowDown" ? take(() => this.nextFault()) : undefined;
    switch (event.key) {
      case " ": return walking && event.shiftKey ? take(() => this.#row(line)) : undefined;
      case "Enter": return take(() => this.#step(line, column, event.shiftKey ? -1 : 1, 0, false));
      case "Tab": return this.#tab(event);
      case "F2": return take(() => this.#edit());
      case "Escape":
        this.#free = walking;
        return take(() => { this.#rest(this.cell(line, column)); this.#input.select(); });
      case "ArrowUp": return move(-1, 0);
      case "ArrowDown": return move(1, 0);
      case "ArrowLeft": return this.#mode === "edit" ? undefined : move(0, -1);
      case "ArrowRight": return this.#mode === "edit" ? undefined : move(0, 1);
      case "PageUp": return take(() => this.go(line - 12, column));
      case "PageDown": return take(() => this.go(Math.min(line + 12, this.last + 1), column));
      case "Home": return walking ? take(() => this.go(control ? 1 : line, 0)) : undefined;
      case "End": return walking ? take(() => this.go(control ? this.last || 1 : line, this.columns.length - 1)) : undefined;
      case "Delete":
      case "Backspace": return walking ? take(() => this.changed(this.#range().cells.filter(c => this.cell(c.line, c.column).text).map(c => ({ ...c, text: "" })))) : undefined;
    }
    if (!control || !walking) return;
    switch (event.key.toLowerCase()) {
      case "z": return take(() => this.undo?.(event.shiftKey));
      case "y": return take(() => this.undo?.(true));
      case "d": return take(() => this.#down());
    }
  }

  #step(line, column, down, right, extend) { this.go(line + down, column + right, { extend }); }

  // Tab walks the cells; after Esc, and at either end, it leaves the grid.
  #tab(event) {
    const { line, column } = this.#at, back = event.shiftKey, free = this.#free;
    this.#free = false;
    const at = column + (back ? -1 : 1), ends = back ? line === 1 && at < 0 : line > this.last && at >= this.columns.length;
    if (free || ends) return;
    event.preventDefault();
    if (at < 0) this.go(line - 1, this.columns.length - 1);
    else if (at >= this.columns.length) this.go(line + 1, 0);
    else this.go(line, at);
  }

  // Ctrl+D: the upper row of what is selected, or the row above, goes down.
  #down() {
    const { cells, top, bottom } = this.#range(), source = top === bottom ? top - 1 : top;
    this.changed(cells.filter(c => c.line !== source && !this.cell(source, c.column).masked).map(c => ({ ...c, text: this.cell(source, c.column).text })));
  }

  #copy(event) {
    if (this.#mode !== "walk") return;
    event.preventDefault();
    const { top, bottom, left, right } = this.#range(), rows = [];
    for (let line = top; line <= bottom; line++) rows.push(this.columns.slice(left, right + 1).map((_, i) => this.cell(line, left + i).text));
    event.clipboardData.setData("text/plain", toText(rows));
  }

  #paste(event) {
    const block = fromClipboard(event.clipboardData);
    const single = block.length === 1 && block[0].length === 1;
    if (this.#mode !== "walk" && single) return;
    event.preventDefault();
    this.#mode = "walk";
    if (single) this.changed(this.#range().cells.map(c => ({ ...c, text: block[0][0].trim() })));
    else if (block.length > 0) this.pasted(block, this.#at);
  }
}
