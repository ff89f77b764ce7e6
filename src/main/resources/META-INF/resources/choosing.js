// Counts the chosen findings and chooses all of a branch; choosing one by one works without it.
(function () {
  'use strict';

  const boxes = () => Array.from(document.querySelectorAll('input[name="finding"]'));

  function count() {
    const chosen = boxes().filter((box) => box.checked).length;
    const told = document.getElementById('chosen');
    if (told) {
      told.textContent = '已勾选 ' + chosen + ' 项';
    }
  }

  document.addEventListener('change', (event) => {
    const all = event.target.closest('input[data-choose-all]');
    if (all) {
      const within = all.closest('section') || document;
      within.querySelectorAll('input[name="finding"]').forEach((box) => {
        box.checked = all.checked;
      });
    }
    count();
  });
  document.addEventListener('htmx:afterSettle', count);
  document.querySelectorAll('[data-choose-all]').forEach((box) => {
    box.closest('label').hidden = false;
  });
  document.addEventListener('htmx:load', () => {
    document.querySelectorAll('[data-choose-all]').forEach((box) => {
      box.closest('label').hidden = false;
    });
  });
  count();
})();
