// The chosen line is marked while its reasons are put beside it, and these are shown where they stand below the list.
const mark = link => {
  for (const other of document.querySelectorAll("[data-entry]")) {
    const here = other === link;
    other.closest("tr").classList.toggle("here", here);
    if (here) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
};

document.addEventListener("htmx:afterSwap", event => {
  const link = event.detail.requestConfig?.elt;
  if (event.detail.target.id !== "why" || !link?.matches("[data-entry]")) return;
  mark(link);
  event.detail.target.scrollIntoView({ block: "nearest" });
});
