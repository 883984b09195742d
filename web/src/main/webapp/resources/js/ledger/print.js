// Prints the page; the stylesheet leaves out what does not belong on paper.
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => {
    document.querySelectorAll('details[data-story]').forEach(story => { story.open = true; });
    window.print();
  });
});
