/** Keys of the review: s, d and u choose what two records are and lead to the reason; Enter sends. The form works without it. */
const form = document.querySelector('form[data-keys]');

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea, select')) return;
  const choice = form?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!(choice instanceof HTMLInputElement)) return;
  event.preventDefault();
  choice.checked = true;
  document.getElementById('because')?.focus();
});
