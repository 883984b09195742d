/* Shows what a school's address becomes while its label is typed. */
for (const field of document.querySelectorAll('[data-behind]')) {
  const note = field.closest('.hr-field').querySelector('[data-becomes-at]');
  const tell = () => {
    const good = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(field.value) && !field.value.startsWith('xn--');
    note.textContent = good ? field.dataset.becomes.replace('{0}', field.value + field.dataset.behind) : '';
  };
  field.addEventListener('input', tell);
  tell();
}
