/* Passkeys: makes, renames and removes them on the profile, and uses one at the door. */
(() => {
  const able = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);
  const csrf = document.querySelector('meta[name=csrf-token]')?.content;

  const ask = async (method, path, body) => {
    const headers = { 'Content-Type': 'application/json', ...(csrf && { 'X-CSRF-Token': csrf }) };
    const answer = await fetch(`/api/v1/auth/passkeys${path}`, { method, headers, body: JSON.stringify(body) });
    if (answer.status === 204) return null;
    const { data, error } = await answer.json();
    if (error) throw new Error(error.message);
    return data;
  };

  /* Runs the work of a form or button; what goes wrong is said in its own alert. */
  const attempt = async (owner, work) => {
    const alert = owner.querySelector('[role=alert]') ?? document.querySelector('[data-passkey-problem]');
    const button = owner.matches('button') ? owner : owner.querySelector('button');
    alert.hidden = true;
    button.disabled = true;
    try {
      await work();
    } catch (problem) {
      // The browser's own sentence for a person who closed its window is of no use to them.
      alert.textContent = problem instanceof DOMException ? alert.dataset.cancelled : problem.message;
      alert.hidden = false;
      button.disabled = false;
    }
  };

  const shown = () => { location.hash = 'passkeys'; location.reload(); };

  document.querySelectorAll('[data-passkey-add]').forEach(form => {
    form.hidden = !able;
    form.addEventListener('submit', event => {
      event.preventDefault();
      attempt(form, async () => {
        const { public_key } = await ask('POST', '/options', { purpose: 'register', password: form.elements.password.value });
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(public_key);
        const made = await navigator.credentials.create({ publicKey });
        await ask('POST', '', { name: form.elements.name.value, credential: made.toJSON() });
        shown();
      });
    });
  });

  document.querySelectorAll('[data-passkey-rename]').forEach(form => {
    form.addEventListener('submit', event => {
      event.preventDefault();
      attempt(form, async () => {
        await ask('PATCH', `/${form.dataset.passkeyRename}`, { name: form.elements.name.value });
        shown();
      });
    });
  });

  document.querySelectorAll('[data-passkey-remove]').forEach(form => {
    form.addEventListener('submit', event => {
      event.preventDefault();
      attempt(form, async () => {
        await ask('DELETE', `/${form.dataset.passkeyRemove}`, { password: form.elements.password.value });
        shown();
      });
    });
  });

  document.querySelectorAll('[data-passkey-use]').forEach(button => {
    button.hidden = !able;
    button.addEventListener('click', () => attempt(button, async () => {
      const { public_key } = await ask('POST', '/options', { purpose: 'sign_in' });
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(public_key);
      const used = await navigator.credentials.get({ publicKey });
      const form = document.getElementById('passkey');
      form.querySelector('[data-passkey-answer]').value = JSON.stringify(used.toJSON());
      form.querySelector('[type=submit]').click();
    }));
  });

  document.querySelectorAll('[data-passkey-unable]').forEach(note => { note.hidden = able; });
})();
