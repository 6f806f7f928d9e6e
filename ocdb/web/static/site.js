// What scripts add to pages that are complete without them: buttons that copy, and a choice of the theme.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
  });
}
