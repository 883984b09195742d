/* A student's tap: the dialog asks for the PIN, the server decides, and what it refuses is told in the
   dialog. Loaded before dashboard.js, which then lets the button be pressed. */
(() => {
  const dialog = document.getElementById('tap');
  const form = dialog.querySelector('form');
  const alert = dialog.querySelector('[role=alert]');
  const csrf = document.querySelector('meta[name=csrf-token]').content;
  // Whoever asks again because no answer came must not tap twice.
  let unanswered = {};

  const key = body => unanswered.body === body
    ? unanswered.key
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
  const say = sentence => {
    alert.textContent = sentence;
    alert.hidden = !sentence;
  };
  const open = state => {
    dialog.querySelectorAll('[data-when]').forEach(part => {
      part.hidden = part.disabled = part.dataset.when !== state;
    });
    // Enter presses the form's first button, also when it is disabled.
    form.querySelector('.hr-field').after(form.querySelector(`fieldset[data-when=${state}]`));
    form.reset();
    say('');
    dialog.showModal();
  };
  const send = async body => {
    unanswered = { body, key: key(body) };
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf, 'Idempotency-Key': unanswered.key };
    const answer = await fetch(dialog.dataset.address, { method: 'POST', headers, body }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (!told) return say(dialog.dataset.lost);
    unanswered = {};
    // The session has ended: the page itself leads to the door and back.
    if (answer.status === 401) return location.reload();
    if (!answer.ok) return say(told.error.message);
    dialog.close();
    document.dispatchEvent(new CustomEvent('homeroom:own-tap'));
  };

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-tap]');
    if (opener) open(opener.dataset.tap);
    if (event.target.closest('[data-close]') || event.target === dialog) dialog.close();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    say('');
    const { action, reason } = event.submitter.dataset;
    await send(JSON.stringify({ action, reason, pin: form.elements.pin.value }));
    form.ariaBusy = 'false';
    form.elements.pin.select();
  });
})();
