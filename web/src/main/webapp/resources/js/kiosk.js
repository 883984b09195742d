/* A device of a class keeps each tap before it sends it: signed, numbered and sealed, in the browser's own
   store. What the server has answered goes from there; whatever is cut off on the way is sent again, and
   counts once, by its number. */
(() => {
  const kiosk = document.getElementById('kiosk');
  const text = kiosk.dataset;
  const device = text.device;
  const SEND_AT_ONCE = 50;
  const PATIENCE_MS = 4000;
  const OFFLINE_MS = 200;
  const BACK_MS = 20000;
  const TOLD_MS = 6000;
  const LATER_MS = 60000;
  const BADGE = /^[A-Z0-9]{4}(-[A-Z0-9]{4}){5}$/i;
  const TRY_AGAIN = 'RESTING';

  // The store: keys of the device, and the queue. ------------------------------------------------
  const asked = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const opened = (() => {
    const request = indexedDB.open('homeroom-kiosk', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('device');
      request.result.createObjectStore('queue');
    };
    return asked(request);
  })();
  const store = async (name, mode) => (await opened).transaction(name, mode, { durability: 'strict' }).objectStore(name);
  const read = async (name, key) => asked((await store(name, 'readonly')).get(key));
  // Resolves when it is on the disk.
  const write = async (name, act) => {
    const target = await store(name, 'readwrite');
    const done = new Promise((kept, lost) => {
      target.transaction.oncomplete = kept;
      target.transaction.onabort = target.transaction.onerror = () => lost(target.transaction.error);
    });
    act(target);
    return done;
  };

  // The device's own taps after a number: it may have served another class before.
  const own = after => IDBKeyRange.bound([device, after], [device, Infinity], true);

  const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const utf8 = new TextEncoder();
  const send = async (method, path, body) => {
    const answer = await fetch(`/api/v1/kiosk/${path}`, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const told = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, data: told.data };
  };

  // Keys that no script can read; the device's own, because another class has other taps. --------
  let self;
  const change = patch => write('device', target => {
    const row = target.get(device);
    row.onsuccess = () => target.put({ ...row.result, ...patch }, device);
  });
  const prepare = async () => {
    self = await read('device', device);
    if (self) return;
    const sign = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const seal = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    self = { sign, seal, seq: 0, registered: false, ahead: 0 };
    await change(self);
  };
  const register = async () => {
    const publicKey = base64(await crypto.subtle.exportKey('spki', self.sign.publicKey));
    const answer = await send('PUT', 'key', { public_key: publicKey });
    if (!answer.ok) throw new Error(String(answer.status));
    self.registered = true;
    await change({ registered: true });
  };
  // Taken before it is used, so that two windows never use one number twice.
  const number = async () => {
    let taken;
    await write('device', target => {
      const row = target.get(device);
      row.onsuccess = () => {
        taken = row.result.seq + 1;
        target.put({ ...row.result, seq: taken }, device);
      };
    });
    return taken;
  };

  // The server's time, as well as the device knows it.
  const now = () => new Date(Date.now() + self.ahead).toISOString();
  const seal = async tap => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, self.seal, utf8.encode(JSON.stringify(tap))) };
  };
  const open = async row => JSON.parse(new TextDecoder().decode(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, self.seal, row.sealed)));

  const keepTap = async (who, act) => {
    const tap = { seq: await number(), ...who, ...act, at: now() };
    const subject = tap.badge ? `badge:${tap.badge}` : `username:${tap.username}`;
    const signed = ['homeroom-tap', device, tap.seq, subject, tap.action, tap.reason ?? '', tap.at].join('\n');
    tap.signature = base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, self.sign.privateKey, utf8.encode(signed)));
    const row = await seal(tap);
    await write('queue', target => target.put(row, [device, tap.seq]));
    return tap.seq;
  };

  // Sending. -------------------------------------------------------------------------------------
  const awaited = new Map();
  let sending = null;
  let retry = 0;
  const line = (live, sentence) => {
    const shown = kiosk.querySelector('[data-line]');
    shown.querySelector('i').className = live ? 'hr-dot' : 'hr-dot is-warn';
    shown.querySelector('span').textContent = sentence ?? (live ? text.live : text.offline);
  };
  const waiting = async () => {
    const rows = await asked((await store('queue', 'readonly')).count(own(0)));
    kiosk.querySelector('[data-waiting]').textContent = rows === 0 ? text.none
      : rows === 1 ? text.one : text.more.replace('{0}', rows);
    return rows;
  };
  const batch = async after => {
    const queue = await store('queue', 'readonly');
    return Promise.all((await asked(queue.getAll(own(after), SEND_AT_ONCE))).map(open));
  };
  const flushOnce = async () => {
    // From the oldest on, past those that the server wants later.
    let taps = await batch(0);
    while (taps.length) {
      const asksAt = Date.now();
      const answer = await send('POST', 'batches', { device_id: device, sent_at: now(), taps });
      if (answer.status === 401) return line(false, text.takenBack);
      if (!answer.ok) throw new Error(String(answer.status));
      self.ahead = Math.round(Date.parse(answer.data.server_time) - (asksAt + Date.now()) / 2);
      const settled = answer.data.taps.filter(one => one.code !== TRY_AGAIN);
      await write('queue', target => settled.forEach(one => target.delete([device, one.seq])));
      await change({ ahead: self.ahead });
      answer.data.taps.forEach(one => awaited.get(one.seq)?.(one));
      line(true);
      taps = await batch(taps.at(-1).seq);
    }
    line(true);
    retry = 0;
    if (await waiting()) setTimeout(flush, LATER_MS);
  };
  const flush = () => sending ??= (async () => {
    try {
      if (!self) await prepare();
      if (!self.registered) await register();
      await flushOnce();
    } catch {
      line(false);
      retry = Math.min(60000, retry * 2 || 3000);
      setTimeout(flush, retry);
    } finally {
      sending = null;
      await waiting().catch(() => null);
    }
  })();

  // What students see. ---------------------------------------------------------------------------
  const steps = [...kiosk.querySelectorAll('[data-step]')];
  const step = name => steps.find(one => one.dataset.step === name);
  let who = null;
  let idle;
  const show = name => {
    steps.forEach(one => { one.hidden = one.dataset.step !== name; });
    clearTimeout(idle);
    if (name !== 'who') idle = setTimeout(again, name === 'told' ? TOLD_MS : BACK_MS);
    (step(name).querySelector('input') ?? step(name).querySelector('button')).focus();
  };
  const again = () => {
    who = null;
    steps.forEach(one => one.reset());
    show('who');
  };
  const say = (sentence, bad) => {
    const told = kiosk.querySelector('[data-told]');
    told.textContent = sentence;
    told.classList.toggle('is-bad', Boolean(bad));
    show('told');
  };
  const clock = at => new Date(at).toLocaleTimeString(text.language, { timeZone: text.zone, hour: '2-digit', minute: '2-digit', hour12: false });
  const tellTap = one => {
    if (one.outcome === 'refused') return say(one.message, true);
    const sentence = one.active ? text.in : text.out;
    say(sentence.replace('{0}', one.name ?? '').replace('{1}', one.since ? clock(one.since) : ''));
  };

  step('who').addEventListener('submit', event => {
    event.preventDefault();
    const typed = step('who').querySelector('#who').value.trim();
    if (!typed) return step('who').querySelector('#who').focus();
    if (BADGE.test(typed)) {
      who = { badge: typed.toUpperCase() };
      return show('act');
    }
    who = { username: typed };
    step('pin').querySelector('[data-name]').textContent = typed;
    show('pin');
  });
  step('pin').addEventListener('submit', event => {
    event.preventDefault();
    const pin = step('pin').querySelector('#pin').value;
    if (!pin) return step('pin').querySelector('#pin').focus();
    who = { ...who, pin };
    show('act');
  });
  step('act').addEventListener('submit', async event => {
    event.preventDefault();
    if (!who || step('act').ariaBusy === 'true') return;
    step('act').ariaBusy = 'true';
    const { action, reason } = event.submitter.dataset;
    try {
      if (!self) await prepare();
      const seq = await keepTap(who, reason ? { action, reason } : { action });
      const told = new Promise(done => awaited.set(seq, done));
      const late = new Promise(done => setTimeout(done, navigator.onLine ? PATIENCE_MS : OFFLINE_MS, null));
      flush();
      const one = await Promise.race([told, late]);
      awaited.delete(seq);
      if (one && one.code !== TRY_AGAIN) tellTap(one);
      else say(text.kept);
    } catch {
      say(text.broken, true);
    } finally {
      step('act').ariaBusy = 'false';
      await waiting().catch(() => null);
    }
  });
  step('told').addEventListener('submit', event => {
    event.preventDefault();
    again();
  });
  kiosk.addEventListener('click', event => {
    if (event.target.closest('[data-again]')) again();
  });
  ['keydown', 'pointerdown'].forEach(kind => kiosk.addEventListener(kind, () => {
    if (steps.some(one => !one.hidden && ['pin', 'act'].includes(one.dataset.step))) {
      clearTimeout(idle);
      idle = setTimeout(again, BACK_MS);
    }
  }));

  addEventListener('online', flush);
  addEventListener('offline', () => line(false));
  again();
  flush();
  navigator.storage?.persist?.();
  // Without a worker the page still works while there is network.
  navigator.serviceWorker?.register('/attendance/kiosk-worker.js', { scope: '/attendance/kiosk' }).then(async () => {
    const ready = await navigator.serviceWorker.ready;
    ready.active.postMessage([location.pathname, ...performance.getEntriesByType('resource').map(one => one.name)]);
  }).catch(() => null);
})();
