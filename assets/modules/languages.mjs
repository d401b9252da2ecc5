/* Languages: a link to another language keeps the rest of the address. The page is loaded again,
   since each of its words differs. */

document.addEventListener("click", (click) => {
  const link = click.target.closest?.("a[hreflang]");
  if (!link) return;
  const asked = new URLSearchParams(window.location.search);
  asked.set("lang", link.hreflang);
  link.href = `?${asked}`;
});
