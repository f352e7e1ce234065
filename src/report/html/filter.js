"use strict";
(function () {
  const form = document.getElementById("filter");
  if (!form) return;
  const figures = Array.from(document.querySelectorAll("section.figure"));
  const output = form.querySelector("output");
  function apply() {
    const verdicts = new Set(
      Array.from(form.querySelectorAll("input:checked"), (box) => box.value)
    );
    const type = form.elements.type.value;
    let shown = 0;
    for (const figure of figures) {
      const fits = verdicts.has(figure.dataset.verdict) && (!type || figure.dataset.type === type);
      figure.hidden = !fits;
      if (fits) shown += 1;
    }
    output.textContent = shown + " of " + figures.length + " figures shown";
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
