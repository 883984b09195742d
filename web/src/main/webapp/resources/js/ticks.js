/* A button that ticks every box of a name, or none when all are ticked; a field that only one choice of another needs. */
(() => {
  'use strict';
  document.querySelectorAll('[data-tick-all]').forEach(button => {
    button.addEventListener('click', () => {
      const boxes = [...document.getElementsByName(button.dataset.tickAll)];
      const all = boxes.every(box => box.checked);
      boxes.forEach(box => { box.checked = !all; });
    });
  });
  document.querySelectorAll('[data-only-for]').forEach(field => {
    const [id, wanted] = field.dataset.onlyFor.split(' ');
    const chooser = document.getElementById(id);
    const show = () => { field.hidden = chooser.value !== wanted; };
    chooser.addEventListener('change', show);
    show();
  });
})();
