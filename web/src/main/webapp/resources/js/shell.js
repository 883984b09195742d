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
  // What was typed and not yet taken comes back after a proof or a new sign-in: in this tab, for
  // the same person, once. Secrets are typed anew.
  const KEPT = 'typed';
  const SECRET = 'button,[type=submit],[type=password],[type=hidden],[type=file],[autocomplete="one-time-code"],[data-secret]';
  const person = document.querySelector('meta[name=person]')?.content;
  const ways = /^\/(identity\/prove|errors\/)/.test(location.pathname);
  const fields = form => [...form.elements].filter(field => field.name && !field.matches(SECRET));
  const subject = form => [...form.elements].filter(field => /^(class|id|student)$/.test(field.name)).map(field => field.value).join(' ');
  const ticked = field => /^(checkbox|radio)$/.test(field.type);
  let last = null;
  const touch = event => last = event.target.form ?? event.target.closest('form');
  document.addEventListener('input', touch);
  document.addEventListener('submit', touch);
  addEventListener('pagehide', () => {
    // A form has fields of the name id, which hide its own.
    if (!person || ways || !last || last.querySelector('[type=password]')) return;
    const typed = fields(last).map(field => ({ name: field.name, value: field.value, on: ticked(field) ? field.checked : null }));
    sessionStorage.setItem(KEPT, JSON.stringify({ person, page: location.pathname, form: last.getAttribute('id'), subject: subject(last), typed }));
  });
  const fill = kept => {
    const form = kept?.person === person && kept?.page === location.pathname && document.getElementById(kept.form);
    if (!form || kept.subject !== subject(form)) return null;
    fields(form).forEach(field => {
      const was = kept.typed.find(one => one.name === field.name && (one.on === null || one.value === field.value));
      if (was && ticked(field)) field.checked = was.on;
      else if (was) field.value = was.value;
    });
    return form;
  };
  if (person && !ways) {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    if (location.hash === '#again' || location.hash === '#typed') {
      const form = fill(kept);
      const note = document.querySelector('[data-typed]');
      if (form && note) form.before(note);
      if (note) note.hidden = !form && location.hash !== '#again';
      history.replaceState(null, '', location.pathname + location.search);
      form?.scrollIntoView({ block: 'center' });
    }
  }
  // Polls of a page left alone are nobody's doing: its session ends as if they were not.
  window.jQuery?.ajaxPrefilter(options => {
    if (/(^|&)jakarta\.faces\.source=[^&]*%3Apoll(&|$)/.test(options.data)) {
      options.headers = { ...options.headers, 'X-Background': 'true' };
    }
  });
  document.querySelector('[data-sign-out]')?.addEventListener('click', async ({ currentTarget: button }) => {
    const csrf = document.querySelector('meta[name=csrf-token]').content;
    button.disabled = true;
    last = null;
    // Also when the page is closed or left before the answer.
    const answer = await fetch('/api/v1/auth/logout', { method: 'POST', keepalive: true, headers: { 'X-CSRF-Token': csrf } }).catch(() => null);
    button.disabled = false;
    if (answer?.ok) location.assign(button.dataset.signOut);
    // The session is another one by now, or none: what is shown must be its own.
    else if (answer) location.reload();
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(wake));
})();
