// Prints the page; the stylesheet leaves out what does not belong on paper. A button that names an address
// prints that one: the same with all rows of a table of which the page shows a part.
const print = () => {
  document.querySelectorAll('details[data-story]').forEach(story => { story.open = true; });
  window.print();
};
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.dataset.print) {
      location.assign(button.dataset.print);
    } else {
      print();
    }
  });
});
if (new URLSearchParams(location.search).get('rows') === 'all') {
  window.addEventListener('load', print);
}
