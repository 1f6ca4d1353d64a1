/** Forms that are sent with what the authenticator of this device signs. They are hidden where there is none. */
const bytesIn = (text) => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};

const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const make = (options) =>
  navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesIn(options.challenge),
      excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, id: bytesIn(one.id) })),
      user: { ...options.user, id: bytesIn(options.user.id) },
    },
  });

const ask = (options) =>
  navigator.credentials.get({ publicKey: { ...options, challenge: bytesIn(options.challenge) } });

const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature'];

const answerOf = ({ id, rawId, type, response }) =>
  JSON.stringify({
    id,
    rawId: textOf(rawId),
    type,
    response: Object.fromEntries(
      parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])]),
    ),
  });

for (const form of document.querySelectorAll('[data-passkey]')) {
  const options = JSON.parse(form.dataset.passkey);
  form.hidden = window.PublicKeyCredential === undefined;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const said = form.querySelector('[role="alert"]');
    said.hidden = true;
    try {
      form.elements.answer.value = answerOf(await (options.user ? make(options) : ask(options)));
      form.submit();
    } catch {
      said.hidden = false;
    }
  });
}
