/* The answer sentence by sentence while it is written. Without this file the form is sent as any other. */
(() => {
  "use strict";
  const place = document.getElementById("svar-plads");
  if (!place || !window.ReadableStream) return;
  let asking = null;

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const began = () => {
    const section = element("section", "rh-answer");
    const waiting = element("p", "rh-waiting", place.dataset.waiting);
    waiting.setAttribute("role", "status");
    const text = element("div", "rh-answer__text");
    text.lang = "da";
    text.setAttribute("aria-live", "polite");
    section.append(waiting, element("p", "rh-quiet", place.dataset.machine), text);
    place.replaceChildren(section);
    return text;
  };

  const ended = (line) => {
    const holder = document.createElement("template");
    holder.innerHTML = line.html;
    place.replaceChildren(holder.content);
    if (line.address.startsWith("/") && !line.address.startsWith("//")) history.pushState({}, "", line.address);
    const heading = place.querySelector("h2");
    if (heading) heading.focus({ preventScroll: true });
  };

  const read = async (answer, text) => {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines.filter(Boolean).map((one) => JSON.parse(one))) {
        if (line.html !== undefined) return ended(line);
        if (line.new_line && text.textContent) text.append(document.createElement("br"));
        text.append(`${line.sentence} `);
      }
    }
    throw new Error("ended early");
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.stream) return;
    const told = new FormData(form);
    if (!String(told.get("q") || "").trim()) return;
    event.preventDefault();
    if (asking) asking.abort();
    asking = new AbortController();
    const text = began();
    const posts = form.method === "post";
    const address = posts ? form.dataset.stream : `${form.dataset.stream}?${new URLSearchParams(told)}`;
    try {
      const answer = await fetch(address, { method: posts ? "POST" : "GET", body: posts ? told : undefined, signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      await read(answer, text);
    } catch (error) {
      if (error.name === "AbortError") return;
      place.replaceChildren(element("p", "rh-note", place.dataset.failed));
    }
  });
  window.addEventListener("popstate", () => location.reload());
})();
