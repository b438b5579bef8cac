// Forms inside [data-passkey] are shown where the browser can do passkeys for this address: they fetch options from that address, ask the
// browser, and send what it answers. Without this script they stay hidden and password and code do the work.
const able =
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

const answerTo = async ({ create, get }) =>
  create
    ? await navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(create),
      })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(get) });

for (const box of document.querySelectorAll('[data-passkey]')) {
  const form = box.querySelector('form');
  const failed = box.querySelector('[data-passkey-failed]');
  if (!able || !form || box.dataset.passkeyAt !== location.origin) continue;
  box.hidden = false;
  let sending = false;
  const send = async () => {
    try {
      const asked = await fetch(box.dataset.passkey, { headers: { accept: 'application/json' } });
      if (!asked.ok) throw new Error(String(asked.status));
      const credential = await answerTo(await asked.json());
      form.elements.namedItem('response').value = JSON.stringify(credential);
      sending = true;
      form.submit();
    } catch {
      if (failed) failed.hidden = false;
    }
  };
  form.addEventListener('submit', (event) => {
    if (sending) return;
    event.preventDefault();
    if (failed) failed.hidden = true;
    void send();
  });
}
