// The search of a site that is files: asks the index of the page's language, and lists what it finds.
const box = document.getElementById("pagefind");
const form = box.querySelector("form");
const words = form.elements.q;
const hits = box.querySelector(".hits");
const told = box.querySelector(".told");
const STEP = 20;
const base = new URL(box.dataset.base, document.baseURI);
const pagefind = await import(new URL("pagefind.js", base));
await pagefind.options({ excerptLength: 30, bundlePath: base.pathname });
let asked = 0;

const element = (name, text, kind) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
};

// An excerpt is text with the words found in <mark>: taken apart here, so that nothing in it can become an element.
const excerpt = (html) => {
  const made = document.createElement("p");
  const found = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of found.childNodes) {
    made.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  }
  return made;
};

const hit = (data) => {
  const made = document.createElement("li");
  const link = element("a", data.meta.title);
  link.href = data.url;
  made.append(link);
  if (data.meta.kind) made.append(" ", element("small", data.meta.kind));
  made.append(excerpt(data.excerpt));
  return made;
};

const show = async (results, from, mine) => {
  const part = await Promise.all(results.slice(from, from + STEP).map((one) => one.data()));
  if (mine !== asked) return;
  hits.append(...part.map(hit));
  if (results.length <= from + STEP) return;
  const more = element("button", box.dataset.more);
  more.type = "button";
  more.addEventListener("click", () => {
    more.remove();
    show(results, from + STEP, mine);
  });
  hits.after(more);
};

const search = async () => {
  const mine = ++asked;
  const text = words.value.trim();
  box.querySelectorAll(":scope > button").forEach((one) => one.remove());
  const { results } = text ? await pagefind.search(text) : { results: [] };
  if (mine !== asked) return;
  hits.replaceChildren();
  told.textContent = !text ? "" : results.length ? box.dataset.found.replace("{count}", results.length) : box.dataset.none;
  await show(results, 0, mine);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const here = new URL(location);
  here.searchParams.set("q", words.value);
  history.replaceState(null, "", here);
  search();
});
words.value = new URLSearchParams(location.search).get("q") ?? "";
if (words.value) search();
