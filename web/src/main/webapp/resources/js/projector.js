/* A classroom's screen: its clock, its whole size, names away at a touch, and no sleep while it is shown.
   What stands on it is dashboard.js's. */
(() => {
  const CLOCK_MS = 1000;
  const clock = document.querySelector('[data-clock]');
  const wall = document.querySelector('.hr-wall');
  const full = document.querySelector('[data-full]');
  const names = document.querySelector('[data-names]');

  const format = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: clock.dataset.clock });
  setInterval(() => {
    const time = format.format(new Date());
    if (clock.textContent !== time) clock.textContent = time;
  }, CLOCK_MS);

  full.hidden = !document.fullscreenEnabled;
  full.addEventListener('click', () => document.fullscreenElement ? document.exitFullscreen() : wall.requestFullscreen());
  names.addEventListener('click', () => names.setAttribute('aria-pressed', wall.classList.toggle('is-nameless')));

  // The browser takes the lock back whenever the page is covered.
  const stayAwake = () => document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => null);
  document.addEventListener('visibilitychange', stayAwake);
  stayAwake();
})();
