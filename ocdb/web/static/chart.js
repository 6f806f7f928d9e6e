// Makes a chart interactive when its reader asks for it.
//
//   <figure data-chart-label="Explore the chart"> <svg ...> <script type="application/json"> ... </script> </figure>
//
// The JSON is a specification that ocdb.render.chart.picture.vega() returns. Nothing is evaluated as code and
// no element has a style attribute: script-src 'self' and style-src 'self' hold. Without JavaScript the drawing stays.

const folder = new URL("./vendor/", import.meta.url);
let library;

// Vega and its interpreter, loaded once, with the first chart.
function load() {
  library ??= import(new URL("vega.min.js", folder)).then(async () => ({
    vega: globalThis.vega,
    ...(await import(new URL("vega-interpreter.js", folder))),
  }));
  return library;
}

function offer(figure) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "figure-explore";
  button.textContent = figure.dataset.chartLabel || "Explore";
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await upgrade(figure, button);
    } catch (error) {
      button.disabled = false; // the network may be back the next time
      console.error(error);
    }
  });
  figure.append(button);
}

async function upgrade(figure, button) {
  const { vega, expressionInterpreter } = await load();
  const drawings = [...figure.querySelectorAll("svg")];
  const drawing = drawings.find((one) => one.getClientRects().length) ?? drawings[0]; // the one that is shown
  const narrow = drawing.closest(".figure-column") ? '[data-where="column"]' : "";
  const specification = JSON.parse(figure.querySelector(`script[type="application/json"]${narrow}`).textContent);
  const container = document.createElement("div");
  container.className = "figure-view";
  const view = new vega.View(vega.parse(specification, null, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    hover: true,
  });
  const tip = document.createElement("div");
  tip.className = "figure-tip";
  tip.hidden = true;
  view.tooltip((_handler, event, _item, text) => show(tip, text, event.clientX, event.clientY));
  button.replaceWith(container, tip);
  await view.initialize(container).runAsync();
  drawings.forEach((one) => one.remove());
  const [root, title] = [container.querySelector("svg"), drawing.querySelector("title")?.textContent];
  for (const element of container.querySelectorAll("[aria-roledescription]")) {
    element.removeAttribute("aria-roledescription"); // Vega's are English
  }
  root.setAttribute("viewBox", `0 0 ${root.getAttribute("width")} ${root.getAttribute("height")}`);
  root.setAttribute("role", "group");
  if (title) root.setAttribute("aria-label", title);
  reach([...root.querySelectorAll(".spoken_marks path")], tip);
}

// One stop of the tab key; the arrows go from bar to bar.
function reach(bars, tip) {
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  bars.forEach((bar, place) => {
    bar.setAttribute("role", "img");
    bar.setAttribute("tabindex", place ? "-1" : "0");
    bar.addEventListener("focus", () => {
      const box = bar.getBoundingClientRect();
      point(bar, "pointerover"); // as if it were pointed at: Vega dims the others
      show(tip, bar.getAttribute("aria-label"), box.left + box.width / 2, box.bottom);
    });
    bar.addEventListener("blur", () => {
      point(bar, "pointerout");
      show(tip, "");
    });
    bar.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return show(tip, "");
      const next = bars[place + steps[event.key]];
      if (!next) return;
      event.preventDefault();
      bar.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  });
}

function point(bar, kind) {
  bar.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
}

function show(tip, text, x = 0, y = 0) {
  tip.hidden = !text;
  tip.textContent = text ?? "";
  if (!text) return;
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  tip.style.left = `${Math.max(4, Math.min(x + 12, clientWidth - width - 4))}px`;
  tip.style.top = `${y + 16 + height < clientHeight ? y + 12 : y - height - 12}px`;
}

document.querySelectorAll("figure[data-chart-label]").forEach(offer);
