/* A button that ticks every box of a name, or none when all are ticked. */
(() => {
  'use strict';
  document.querySelectorAll('[data-tick-all]').forEach(button => {
    button.addEventListener('click', () => {
      const boxes = [...document.getElementsByName(button.dataset.tickAll)];
      const all = boxes.every(box => box.checked);
      boxes.forEach(box => { box.checked = !all; });
    });
  });
})();
