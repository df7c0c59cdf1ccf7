// Says before a session ends that it will, and keeps what was typed: the page stays as it is, and is sent after signing in again
// in another window. Without this file a session ends in silence and the next click leads to signing in.
const dialog = document.getElementById("session-ends");
const warn = +dialog.dataset.warn;
const stay = dialog.querySelector("form");
const left = dialog.querySelector("[data-left]");
const language = document.documentElement.lang;

let deadline = Date.now() + dialog.dataset.idle * 1000;
const seconds = () => Math.max(0, Math.round((deadline - Date.now()) / 1000));

const show = () => {
  const over = seconds() === 0;
  for (const part of dialog.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "over") !== over;
  left.textContent = new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay: "long" }).format(seconds());
  if (!dialog.open) dialog.showModal();
};

// Another window may have been used meanwhile: the server knows.
const ask = async options => {
  try {
    const answer = await fetch("/Account/Left", options);
    if (answer.ok) deadline = Date.now() + (await answer.text()) * 1000;
  } catch {
    // Without a connection nothing is known; the next look asks again.
  }
  if (seconds() > warn) dialog.close();
  else show();
};

const look = () => {
  if (seconds() > warn) return;
  if (dialog.open && seconds() > 0) show();
  else ask();
};
setInterval(look, 1000 * Math.max(1, Math.min(15, warn / 8)));
document.addEventListener("visibilitychange", () => document.hidden || look());

stay.addEventListener("submit", event => {
  event.preventDefault();
  event.stopPropagation();
  ask({ method: "POST", body: new FormData(stay) });
});
dialog.querySelector("[data-back]").addEventListener("click", () => ask());

// What is sent too late would be lost on the way to signing in.
document.addEventListener("submit", event => {
  if (event.target === stay || seconds() > 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  show();
}, true);
