/* Runs before first paint: the theme the person chose on this device, else the device's own. */
(() => {
  const root = document.documentElement;
  const device = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem('homeroom.theme');
  const apply = () => { root.dataset.theme = chosen() || (device.matches ? 'dark' : 'light'); };
  const icons = () => document.querySelectorAll('[data-theme-toggle] .pi').forEach(icon => {
    icon.className = root.dataset.theme === 'dark' ? 'pi pi-sun' : 'pi pi-moon';
  });

  apply();
  device.addEventListener('change', () => { apply(); icons(); });
  document.addEventListener('DOMContentLoaded', icons);
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-toggle]')) return;
    localStorage.setItem('homeroom.theme', root.dataset.theme === 'dark' ? 'light' : 'dark');
    apply();
    icons();
  });
})();
