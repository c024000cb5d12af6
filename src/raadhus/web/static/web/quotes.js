/* A citation's number shows its quote where it stands. Without this file it is a link to the list of sources.
   WCAG 1.4.13: Escape closes it, the pointer may move into it, and it stays until one leaves it. */
(() => {
  "use strict";
  const LEAVING = 250;
  const EDGE = 8;
  let open = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    if (!open) return;
    open.box.remove();
    open.link.removeAttribute("aria-expanded");
    open = null;
  };

  const closeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(close, LEAVING);
  };

  const show = (link) => {
    clearTimeout(timer);
    if (open && open.link === link) return;
    const source = document.getElementById(link.getAttribute("href").slice(1));
    if (!source) return;
    close();
    const box = document.createElement("span");
    box.className = "rh-quotebox";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent);
    const quote = document.createElement("span");
    quote.className = "rh-quotebox__quote";
    quote.lang = "da";
    quote.append(...[...source.querySelector("blockquote").childNodes].map((node) => node.cloneNode(true)));
    box.append(quote);
    const where = source.querySelector("p");
    if (where) {
      const line = document.createElement("span");
      line.className = "rh-quotebox__where";
      line.append(...[...where.childNodes].map((node) => node.cloneNode(true)));
      box.append(line);
    }
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "function-link";
    shut.textContent = document.querySelector("[data-close]").dataset.close;
    shut.addEventListener("click", () => { const back = link; close(); back.focus(); close(); });
    box.append(shut);
    link.after(box);
    link.setAttribute("aria-expanded", "true");
    open = { link, box };
    const edges = box.getBoundingClientRect();
    const most = document.documentElement.clientWidth - EDGE - edges.width;
    const wanted = Math.max(EDGE, Math.min(edges.left, most));
    box.style.setProperty("margin-left", `${parseFloat(getComputedStyle(box).marginLeft) + wanted - edges.left}px`);
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", closeSoon);
  };

  const linkOf = (event) => event.target instanceof Element ? event.target.closest("a.rh-citation") : null;

  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType === "mouse") show(link);
  });
  document.addEventListener("pointerout", (event) => {
    if (linkOf(event) && event.pointerType === "mouse") closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link) show(link);
    else if (open && !open.box.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType === "touch") {
      event.preventDefault();
      show(link);
    } else if (open && !open.box.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      const { link, box } = open;
      const inside = box.contains(document.activeElement);
      close();
      if (inside) { link.focus(); close(); }
    }
  });
})();
