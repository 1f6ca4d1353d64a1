/** Shows how far a list is while it is answered: an addition only, without it there is a link. */
const LOOK_MS = 2000;
const shown = document.querySelector('#progress');

const look = async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  // Signed out meanwhile, or gone: the page itself says so.
  if (!answer.ok) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('#progress');
  if (next === null || next.dataset.going === '0') return location.reload();
  for (const part of ['[role=status]', 'progress']) {
    const [old, fresh] = [shown.querySelector(part), next.querySelector(part)];
    if (part === 'progress') old.value = fresh.value;
    else if (old.textContent !== fresh.textContent) old.textContent = fresh.textContent;
  }
  setTimeout(() => look().catch(again), LOOK_MS);
};

/** The service may be away for a moment. */
const again = () => setTimeout(() => look().catch(again), 5 * LOOK_MS);

shown.querySelector('.no-script').hidden = true;
setTimeout(() => look().catch(again), LOOK_MS);
