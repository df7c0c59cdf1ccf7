// Conveniences only: every page does its work without this file.
const root = document.documentElement;
root.classList.add("js");

// Menus close as people expect.
const menus = () => document.querySelectorAll("details[data-menu][open]");
document.addEventListener("click", event => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const find = document.getElementById("find");
    if (find) {
      event.preventDefault();
      find.focus();
    }
  }
});

// A form is sent once: a second click waits for the first answer.
document.addEventListener("submit", event => {
  const form = event.target;
  const button = event.submitter;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (event.defaultPrevented || !button?.dataset.busy) return;
  form.dataset.sent = "1";
  button.setAttribute("aria-disabled", "true");
  button.dataset.rest = button.textContent;
  button.textContent = button.dataset.busy;
}, true);

const release = form => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[data-rest]")) {
    button.textContent = button.dataset.rest;
    button.removeAttribute("aria-disabled");
    delete button.dataset.rest;
  }
};
// Coming back by the browser's own button shows the page as it was left: with the form held.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

// Chosen files by name and size.
const size = bytes => bytes < 1048576
  ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(root.lang)} KB`
  : `${(bytes / 1048576).toLocaleString(root.lang, { maximumFractionDigits: 1 })} MB`;

document.addEventListener("change", event => {
  const list = event.target.closest("[data-drop]")?.querySelector(".drop-files");
  if (!list) return;
  list.replaceChildren(...[...event.target.files].map(file => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    const bytes = document.createElement("span");
    name.textContent = file.name;
    bytes.textContent = size(file.size);
    bytes.className = "num";
    row.append(name, bytes);
    return row;
  }));
});

document.addEventListener("change", event => {
  const all = event.target.closest("[data-select-all]");
  if (!all) return;
  for (const box of document.querySelectorAll(`input[name="${all.dataset.selectAll}"]`)) box.checked = all.checked;
});

for (const kind of ["dragenter", "dragleave", "drop"]) {
  document.addEventListener(kind, event => {
    const zone = event.target.closest?.("[data-drop]");
    zone?.classList.toggle("over", kind === "dragenter");
  });
}

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) print();
});

// What went wrong comes first, also where the browser does not heed autofocus.
const focusFault = within => within.querySelector("[data-focus]")?.focus();
focusFault(document);

// htmx: an answer without the list (signed out meanwhile, an error page) is shown as a page of its own.
document.addEventListener("htmx:beforeSwap", event => {
  const { target, xhr } = event.detail;
  if (target?.matches("[data-list]") && xhr.status === 200 && !xhr.responseText.includes(`id="${target.id}"`)) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

// How far a job is, read out when it comes to something new and not every other second.
document.addEventListener("htmx:afterSwap", () => {
  const said = document.getElementById("job-said"), text = document.querySelector(".job[data-said]")?.dataset.said;
  if (said && text && said.textContent !== text) said.textContent = text;
});

for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(kind, () => {
    let notice = document.getElementById("request-failed");
    if (!notice) {
      notice = document.createElement("div");
      notice.id = "request-failed";
      notice.className = "notice bad";
      notice.setAttribute("role", "alert");
      document.getElementById("main").prepend(notice);
    }
    notice.textContent = document.body.dataset.failed;
  });
}

document.addEventListener("htmx:afterSettle", event => {
  document.getElementById("request-failed")?.remove();
  const list = event.detail.elt.closest?.("[data-list]") ?? event.detail.target;
  if (list?.matches?.("[data-list]") && document.activeElement === document.body) {
    // The control that was used is gone (the last page has no next): keep the keyboard's place in the list.
    list.querySelector(".list-scroll, .state")?.focus();
  }
  focusFault(event.detail.elt);
});
