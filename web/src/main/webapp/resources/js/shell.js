/* The frame's small behaviour: menus close on Escape, on a click elsewhere and when another opens. */
(() => {
  const WAKE_MS = 8000;
  const open = () => document.querySelectorAll('details.hr-menu[open]');

  document.addEventListener('click', event => open().forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    open().forEach(menu => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });

  // A form is sent once: the pressed button says so until the next page arrives.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.setAttribute('aria-busy', 'true');
    // A download leaves the page standing, so the form wakes up again.
    setTimeout(wake, WAKE_MS, form);
  });
  const wake = form => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  };
  // Polls of a page left alone are nobody's doing: its session ends as if they were not.
  window.jQuery?.ajaxPrefilter(options => {
    if (/(^|&)jakarta\.faces\.source=[^&]*%3Apoll(&|$)/.test(options.data)) {
      options.headers = { ...options.headers, 'X-Background': 'true' };
    }
  });
  document.querySelector('[data-sign-out]')?.addEventListener('click', async ({ currentTarget: button }) => {
    const csrf = document.querySelector('meta[name=csrf-token]').content;
    button.disabled = true;
    // Also when the page is closed or left before the answer.
    const answer = await fetch('/api/v1/auth/logout', { method: 'POST', keepalive: true, headers: { 'X-CSRF-Token': csrf } }).catch(() => null);
    button.disabled = false;
    if (answer?.ok) location.assign(button.dataset.signOut);
    // The session is another one by now, or none: what is shown must be its own.
    else if (answer) location.reload();
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(wake));
})();
