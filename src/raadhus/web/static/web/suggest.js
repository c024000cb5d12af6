/* Suggestions under the search box: an ARIA combobox with a list. Without this file the box is a plain field. */
(() => {
  "use strict";
  const WAIT = 150;
  const SHORTEST = 2;

  document.querySelectorAll("input[data-suggest]").forEach((box, number) => {
    const name = `forslag-${number}`;
    const around = document.createElement("div");
    around.className = "rh-suggesting";
    box.replaceWith(around);
    const list = document.createElement("ul");
    list.id = name;
    list.className = "rh-suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.suggestLabel);
    const said = document.createElement("span");
    said.className = "sr-only";
    said.setAttribute("role", "status");
    around.append(box, list, said);
    for (const [key, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": name,
    })) box.setAttribute(key, value);

    let found = [];
    let chosen = -1;
    let timer = 0;
    let asking = null;

    const close = () => {
      clearTimeout(timer);
      if (asking) asking.abort();
      list.hidden = true;
      chosen = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    const choose = (next) => {
      chosen = next;
      [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === chosen)));
      if (chosen < 0) box.removeAttribute("aria-activedescendant");
      else box.setAttribute("aria-activedescendant", list.children[chosen].id);
    };

    const part = (className, text) => {
      const span = document.createElement("span");
      span.className = className;
      span.textContent = text;
      return span;
    };

    const show = (suggestions) => {
      found = suggestions.filter((one) => one.url.startsWith("/") && !one.url.startsWith("//"));
      list.replaceChildren(...found.map((one, at) => {
        const row = document.createElement("li");
        row.id = `${name}-${at}`;
        row.setAttribute("role", "option");
        const text = part("rh-suggestions__text", one.text);
        text.lang = "da";
        if (one.more) text.append(part("rh-suggestions__more", one.more));
        row.append(part("rh-suggestions__kind", one.kind), text);
        row.addEventListener("mousedown", (event) => event.preventDefault());
        row.addEventListener("click", () => location.assign(one.url));
        return row;
      }));
      choose(-1);
      list.hidden = found.length === 0;
      box.setAttribute("aria-expanded", String(found.length > 0));
      said.textContent = found.length
        ? box.dataset.suggestFound.replace("%s", String(found.length))
        : box.dataset.suggestNone;
    };

    const ask = async () => {
      const text = box.value.trim();
      if (asking) asking.abort();
      if (text.length < SHORTEST) return close();
      asking = new AbortController();
      try {
        const address = `${box.dataset.suggest}?${new URLSearchParams({ q: text })}`;
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok && document.activeElement === box) show((await answer.json()).suggestions);
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };

    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (list.hidden) {
        if (event.key === "ArrowDown") ask();
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(((chosen + 1 + step + found.length + 1) % (found.length + 1)) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(found[chosen].url);
      } else if (event.key === "Escape") {
        event.preventDefault();
        close();
      }
    });
  });
})();
