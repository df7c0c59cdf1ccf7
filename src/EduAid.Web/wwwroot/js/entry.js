// Entering a list: keeps the grid and the draft on the server together. Everything typed is saved as one goes and checked there.
import { Grid } from "./entry-grid.js";

const root = document.getElementById("entry");
const texts = JSON.parse(root.dataset.texts), columns = JSON.parse(root.dataset.columns);
const [told, saved, difference] = [root.querySelector("[data-told]"), root.querySelector("[data-saved]"), document.getElementById("entry-difference")];
const send = document.getElementById("send"), token = send.querySelector("input[name=__RequestVerificationToken]").value;
const rowsASave = 400, largest = 900_000;

const versions = new Map();   // line → version as last seen
let dirty = new Map();        // line → Map(column → { text } or { seal })
let sending = null, timer = 0, comparing = 0;
const [past, future] = [[], []];

const say = (text, ...values) => values.reduce((t, value, i) => t.replaceAll(`{${i}}`, value), texts[text]);
const tell = text => { told.textContent = text; told.hidden = !text; };

const ask = async (handler, body, options = {}) => {
  const answer = await fetch(`?handler=${handler}`, {
    ...body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: token }, body: JSON.stringify(body) },
    ...options,
  });
  if (answer.redirected) throw new Error("SignedOut");
  if (!answer.ok) throw new Error(answer.status === 413 ? "TooLarge" : "NotSaved");
  return answer;
};

const shown = (line, cells) => cells.map((text, column) => ({ line, column, cell: { text, masked: columns[column].masked && text !== "" } }));

const check = checked => {
  for (const [key, value] of Object.entries({ rows: checked.rows, good: checked.good, bad: checked.bad, warn: checked.warn }))
    root.querySelector(`[data-count=${key}]`).textContent = value.toLocaleString(document.documentElement.lang);
  grid.mark(checked.lines);
};

// A row as the server has it; what was typed in this window stays readable, and what has been typed since is newer still.
const take = (line, force) => {
  versions.set(line.line, line.version);
  const newer = dirty.get(line.line);
  grid.put(shown(line.line, line.cells).filter(({ column, cell }) => {
    if (force) return true;
    if (newer?.has(column)) return false;
    const mine = grid.cell(line.line, column);
    return !(cell.masked && !mine.masked && mine.text) || !columns[column].masked;
  }));
};

const lostTo = (conflicts, sent) => {
  const [overwritten, homeless] = [[], []];
  for (const theirs of conflicts) {
    const mine = sent.get(theirs.line);
    dirty.delete(theirs.line);
    if ((versions.get(theirs.line) ?? 0) === 0 && mine) homeless.push(mine);
    else overwritten.push(theirs.line);
    take(theirs, true);
  }
  let line = grid.last;
  for (const cells of homeless) {
    line++;
    change([...cells].filter(([, value]) => value.text).map(([column, value]) => ({ line, column, text: value.text })), { undoable: false });
  }
  if (conflicts.length) tell([overwritten.length ? say("Conflict", overwritten.join("、")) : "", homeless.length ? say("ConflictMoved", homeless.length) : ""].join(" ").trim());
};

const keep = kept => {
  for (const { line, field, seal } of kept) {
    const column = columns.findIndex(c => c.field === field);
    const step = past.flat().find(s => s.line === line && s.column === column && s.before.masked && !s.before.seal);
    if (step) step.before.seal = seal;
  }
};

const flush = async () => {
  clearTimeout(timer);
  while (sending) await sending;
  if (dirty.size === 0) return true;
  const lines = [...dirty.keys()].slice(0, rowsASave), sent = new Map(lines.map(l => [l, dirty.get(l)]));
  for (const line of lines) dirty.delete(line);
  saved.textContent = texts.Saving;
  sending = (async () => {
    try {
      const edits = [...sent].map(([line, cells]) => ({
        line, version: versions.get(line) ?? 0,
        cells: Object.fromEntries([...cells].filter(([, v]) => v.seal === undefined).map(([c, v]) => [columns[c].field, v.text])),
        restored: Object.fromEntries([...cells].filter(([, v]) => v.seal !== undefined).map(([c, v]) => [columns[c].field, v.seal])),
      }));
      const answer = await (await ask("Save", { edits })).json();
      keep(answer.kept);
      for (const line of answer.lines) take(line, false);
      lostTo(answer.conflicts, sent);
      check(answer.check);
      if (answer.filled.length) tell(say("Filled", answer.filled.length));
      saved.textContent = say("Saved", new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }));
      compare();
      return true;
    } catch (error) {
      // Nothing is lost: what could not be sent is tried again, under what has been typed since.
      for (const [line, cells] of sent) dirty.set(line, new Map([...cells, ...dirty.get(line) ?? []]));
      saved.textContent = texts[error.message] ?? texts.NotSaved;
      later(5000);
      return false;
    }
  })();
  const done = await sending;
  sending = null;
  return done && dirty.size > 0 ? flush() : done;
};

const later = delay => {
  clearTimeout(timer);
  timer = setTimeout(flush, delay);
};

const change = (changes, { undoable = true, delay = 700 } = {}) => {
  const steps = changes.filter(c => c.line <= Grid.mostRows).map(({ line, column, text, seal, back }) => {
    const before = grid.cell(line, column), after = back ?? { text, masked: false };
    if (!dirty.has(line)) dirty.set(line, new Map());
    dirty.get(line).set(column, seal === undefined ? { text: after.text } : { seal });
    return { line, column, before, after };
  });
  if (changes.length > steps.length) tell(say("TooManyRows", Grid.mostRows));
  if (steps.length === 0) return;
  if (undoable) {
    past.push(steps);
    future.length = 0;
  }
  grid.put(steps.map(s => ({ line: s.line, column: s.column, cell: s.after })));
  saved.textContent = texts.Saving;
  later(delay);
};

const undo = async forward => {
  const steps = (forward ? future : past).at(-1);
  if (!steps) return;
  // What stood masked comes back by a seal, which the server gives out once it has the newer text.
  if (steps.some(s => (forward ? s.after : s.before).masked && !(forward ? s.after : s.before).seal)) await flush();
  (forward ? future : past).pop();
  (forward ? past : future).push(steps);
  const ready = steps.map(s => ({ ...s, to: forward ? s.after : s.before })).filter(s => !s.to.masked || s.to.seal);
  change(ready.map(s => ({ line: s.line, column: s.column, back: s.to, text: s.to.text, seal: s.to.masked ? s.to.seal : undefined })), { undoable: false, delay: 300 });
  grid.go(steps[0].line, steps[0].column);
};

const compare = () => {
  clearTimeout(comparing);
  comparing = setTimeout(async () => {
    try {
      difference.innerHTML = await (await ask("Difference")).text();
    } catch {
      // The comparison is shown again after the next saving.
    }
  }, 1200);
};

// Headings that nobody knows are asked about once; what is said holds for the school from then on.
const dialog = document.getElementById("entry-map");
const asked = read => new Promise(resolve => {
  const unknown = read.columns.filter(c => c.asked), taken = new Set(read.columns.map(c => c.field).filter(Boolean));
  if (unknown.length === 0) return resolve(true);
  const rows = unknown.map(column => {
    const select = document.createElement("select");
    select.className = "form-select";
    select.setAttribute("aria-label", column.heading);
    select.append(new Option(texts.NotWanted, ""), ...columns.filter(c => !taken.has(c.field)).map(c => new Option(c.heading, c.field)));
    const row = document.createElement("tr");
    for (const content of [column.heading, column.sample, select]) row.insertCell().append(content);
    return { row, select, column };
  });
  dialog.querySelector("tbody").replaceChildren(...rows.map(r => r.row));
  dialog.returnValue = "";
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "paste") return resolve(false);
    for (const { select, column } of rows) column.field = select.value && !taken.has(select.value) ? (taken.add(select.value), select.value) : null;
    await ask("Headings", { meanings: Object.fromEntries(rows.map(r => [r.column.heading, r.column.field ?? ""])) });
    resolve(true);
  }, { once: true });
  dialog.showModal();
});

const pasted = async (block, at) => {
  if (JSON.stringify(block).length > largest) return tell(texts.TooLarge);
  tell(texts.Loading);
  try {
    const read = await (await ask("Paste", { rows: block })).json();
    if (!await asked(read)) return tell("");
    const used = read.header ? read.columns.filter(c => c.field).map(c => ({ from: c.index, to: columns.findIndex(x => x.field === c.field) }))
      : columns.slice(at.column).map((_, i) => ({ from: i, to: at.column + i }));
    // A table with a heading goes where the rows are blank; cells alone go where they are put.
    const first = read.header && !grid.isBlank(at.line) ? grid.last + 1 : read.header ? Math.min(at.line, grid.last + 1) : at.line;
    const cells = read.rows.flatMap((row, r) => used.filter(u => read.header ? row[u.from] : u.from < row.length).map(u => ({ line: first + r, column: u.to, text: row[u.from] ?? "" })));
    change(cells, { delay: 0 });
    const left = read.header ? read.columns.filter(c => !c.field).map(c => c.heading) : [];
    tell([say("Pasted", read.rows.length), read.passedOver > 1 ? say("PassedOver", read.passedOver - 1) : "", left.length ? say("Empty", left.join("、")) : ""].join(" ").trim());
    grid.go(first, read.header ? 0 : at.column);
  } catch (error) {
    tell(texts[error.message] ?? texts.NotSaved);
  }
};

const opened = async (line, column) => {
  try {
    await flush();
    return (await (await ask("Cell", { line, field: columns[column].field })).json()).text;
  } catch {
    tell(texts.NotSaved);
    return null;
  }
};

const grid = new Grid(root.querySelector("table.grid"), columns, texts, { changed: change, pasted, opened });
grid.undo = undo;

root.querySelector("[data-next]").addEventListener("click", () => grid.nextFault() || tell(texts.NoFault));
root.querySelector("[data-only]").addEventListener("change", event => grid.showOnlyFaults(event.target.checked));
root.querySelector("[data-fill]").addEventListener("submit", event => {
  event.preventDefault();
  event.stopPropagation();
  const column = columns.findIndex(c => c.field === root.querySelector("#fill-column").value), text = root.querySelector("#fill-text").value.trim();
  const cells = [];
  for (let line = 1; line <= grid.last; line++) if (!grid.isBlank(line) && !grid.cell(line, column).text) cells.push({ line, column, text });
  if (text) change(cells, { delay: 0 });
  tell(say("FilledCells", text ? cells.length : 0));
});

// Before the form's own guard against a second click: what is typed goes first.
addEventListener("submit", event => {
  if (event.target !== send || (dirty.size === 0 && !sending)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  flush().then(done => done && send.requestSubmit(event.submitter));
}, true);

addEventListener("beforeunload", event => {
  if (dirty.size > 0 || sending) event.preventDefault();
});
document.addEventListener("visibilitychange", () => document.hidden && flush());

saved.textContent = texts.Loading;
try {
  const answer = await (await ask("Rows")).json();
  grid.put(answer.lines.flatMap(line => shown(line.line, line.cells)));
  for (const line of answer.lines) versions.set(line.line, line.version);
  check(answer.check);
  saved.textContent = "";
  root.dataset.ready = "";
  if (answer.lines.length) compare();
} catch (error) {
  // Without its rows the grid must not be typed into: they would look like new ones.
  root.querySelector("[data-scroll]").hidden = true;
  tell(texts[error.message] ?? document.body.dataset.failed);
}
