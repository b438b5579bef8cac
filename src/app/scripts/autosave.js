// A form marked data-autosave saves itself three seconds after the last change, and when the page is left.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const note = form.querySelector('.autosave-note');
  const words = note ? note.textContent : '';
  let timer = 0;
  let changed = false;
  const body = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    data.set('_draft', form.dataset.autosave);
    data.set('_centre', location.pathname.split('/')[1]);
    return data;
  };
  const save = async () => {
    changed = false;
    try {
      const answer = await fetch('/szkic', { method: 'POST', body: body() });
      if (!answer.ok) throw new Error(String(answer.status));
      const { at } = await answer.json();
      if (note) note.textContent = `${words} ${new Date(at).toLocaleTimeString('pl-PL')}`;
    } catch {
      changed = true;
      timer = setTimeout(() => void save(), 15000);
    }
  };
  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), 3000);
  });
  addEventListener('pagehide', () => {
    if (changed) navigator.sendBeacon('/szkic', body());
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(timer);
  });
}
