// Filters the records to review. Everything is in the page already.
(function () {
  "use strict";
  var box = document.getElementById("filter");
  if (!box) { return; }
  var entries = Array.prototype.slice.call(document.querySelectorAll("article.entry"));
  var texts = entries.map(function (e) { return fold(e.textContent); });
  var search = document.getElementById("f-search");
  var picks = ["priority", "label", "class"].map(function (name) {
    return { name: name, from: document.getElementById("f-" + name) };
  });
  var told = document.getElementById("f-told");
  var none = document.getElementById("f-none");

  // Accents and letter case do not matter to a search.
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function apply() {
    var words = fold(search.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    entries.forEach(function (e, i) {
      var fits = picks.every(function (p) {
        return !p.from.value || e.getAttribute("data-" + p.name) === p.from.value;
      }) && words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      e.hidden = !fits;
      if (fits) { shown++; }
    });
    told.textContent = told.getAttribute("data-text")
      .replace("{shown}", shown).replace("{all}", entries.length);
    none.hidden = shown > 0;
  }
  search.addEventListener("input", apply);
  picks.forEach(function (p) { p.from.addEventListener("change", apply); });
  box.hidden = false;
  apply();
})();
