/* Reads a badge with the camera where the browser can; scanners that type need nothing of it. */
(() => {
  const button = document.querySelector('[data-badge-scan]');
  const field = document.querySelector('[data-badge]');
  const video = document.querySelector('[data-badge-video]');
  if (!button || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  button.hidden = false;

  const stop = stream => {
    stream.getTracks().forEach(track => track.stop());
    video.hidden = true;
    button.disabled = false;
  };

  const read = async (stream, detector) => {
    const [found] = await detector.detect(video).catch(() => []);
    if (!found) return void setTimeout(() => read(stream, detector), 150);
    stop(stream);
    field.value = found.rawValue;
    document.querySelector('[data-badge-next]').focus();
  };

  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      read(stream, new BarcodeDetector({ formats: ['qr_code'] }));
    } catch {
      // No camera, or it was refused: the code can be typed.
      button.hidden = true;
      field.focus();
    }
  });
})();
