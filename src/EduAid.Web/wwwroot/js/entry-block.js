// A block of cells as WPS, Excel or LibreOffice put it on the clipboard: rows of texts.

// Tab-separated text; a cell with a line break, a tab or a quote in it stands in quotes, which are doubled inside.
export const fromText = text => {
  const rows = [[]];
  let cell = "", quoted = false, fresh = true;
  const close = () => { rows.at(-1).push(cell); cell = ""; fresh = true; };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += c; i++; }
      else quoted = false;
    }
    else if (c === '"' && fresh) { quoted = true; fresh = false; }
    else if (c === "\t") close();
    else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i++;
      close();
      rows.push([]);
    }
    else { cell += c; fresh = false; }
  }
  if (cell || rows.at(-1).length > 0) close();
  return trimmed(rows);
};

const whole = /^\d{16,}$/;

// A long number that the table holds as a number has lost its last digits, whatever the clipboard shows of it: the server is told so.
const lost = cell => {
  const number = cell.hasAttribute("x:num") || cell.dataset.sheetsValue?.includes('"1":3') || cell.hasAttribute("sdval");
  const text = cell.textContent.replace(/\s+/g, " ").trim();
  return number && whole.test(text) ? Number(text).toExponential().toUpperCase() : text;
};

// An HTML table; merged cells stand at their first place and leave the others blank.
export const fromHtml = html => {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return [];
  const rows = [], held = [];
  for (const tr of table.rows) {
    const row = [];
    const skip = () => { while (held[row.length] > 0) { held[row.length]--; row.push(""); } };
    for (const cell of tr.cells) {
      skip();
      row.push(lost(cell));
      if (cell.rowSpan > 1) held[row.length - 1] = cell.rowSpan - 1;
      for (let i = 1; i < Math.min(cell.colSpan, 80); i++) {
        if (cell.rowSpan > 1) held[row.length] = cell.rowSpan - 1;
        row.push("");
      }
    }
    skip();
    rows.push(row);
  }
  return trimmed(rows);
};

const trimmed = rows => {
  while (rows.length > 0 && rows.at(-1).every(c => c.trim() === "")) rows.pop();
  return rows;
};

// The table knows what was a number, the text what was shown: the text counts, but for numbers that have lost digits.
export const fromClipboard = data => {
  const text = fromText(data.getData("text/plain")), table = fromHtml(data.getData("text/html"));
  if (text.length === 0) return table;
  if (table.length !== text.length) return text;
  return text.map((row, r) => row.map((cell, c) => /^\d\.?\d*E\+\d+$/.test(table[r][c] ?? "") ? table[r][c] : cell));
};

export const toText = rows => rows.map(row => row.map(c => /["\t\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c).join("\t")).join("\r\n");
