/* Keeps a dashboard true: its clocks run by themselves, and when a tap or a payment is told, or when
   something may have been missed, the parts marked data-fresh are fetched again. Dialogs lie outside
   these parts and stay as they are. Where data-poll says how often, in seconds, they are fetched anyway:
   a screen that nobody touches must come true again whatever was missed. */
(() => {
  const TICK_MS = 15000;
  const GATHER_MS = 400;
  let waiting;

  const words = seconds => {
    const minutes = Math.max(0, Math.floor(seconds / 60));
    return minutes < 60 ? minutes + ' min' : Math.floor(minutes / 60) + ' h' + (minutes % 60 ? ' ' + String(minutes % 60).padStart(2, '0') + ' min' : '');
  };
  const tick = () => document.querySelectorAll('[data-since]').forEach(clock => {
    const since = Date.parse(clock.dataset.since);
    if (since) clock.textContent = words((Date.now() - since) / 1000);
  });
  // A button waits for what it opens: a tap before that would be lost.
  const arm = root => root.querySelectorAll('[data-tap]').forEach(opener => { opener.disabled = false; });
  const refresh = async () => {
    waiting = undefined;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'X-Background': 'true' } }).catch(() => null);
    if (answer?.redirected && answer.url.includes('/identity/sign-in')) window.homeroom?.live.ended();
    if (!answer || !answer.ok || answer.redirected) return;
    // Somebody has signed in again, beside this page.
    if (document.documentElement.dataset.live === 'ended') return location.reload();
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    arm(fresh);
    document.querySelectorAll('[data-fresh]').forEach(part => {
      const next = fresh.getElementById(part.id);
      if (next && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
    });
  };
  // A class of thirty taps in within a minute: gathered, it is one fetch.
  const soon = () => { waiting ??= setTimeout(refresh, GATHER_MS + Math.random() * GATHER_MS); };

  ['homeroom:tap', 'homeroom:paid'].forEach(news => document.addEventListener(news, soon));
  document.addEventListener('homeroom:live', ({ detail }) => { if (detail.again) soon(); });
  document.addEventListener('homeroom:notice', ({ detail }) => { if (['RELOAD', 'MONEY'].includes(detail.code)) soon(); });
  document.addEventListener('homeroom:own-tap', refresh);
  arm(document);
  const topic = document.querySelector('[data-topic]');
  if (topic && window.homeroom) window.homeroom.live.subscribe(topic.dataset.topic);
  setInterval(tick, TICK_MS);
  const poll = document.querySelector('[data-poll]');
  if (poll) setInterval(refresh, Number(poll.dataset.poll) * 1000);
})();
