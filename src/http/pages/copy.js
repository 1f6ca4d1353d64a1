/** Buttons that copy a text: an addition only, the text can be selected without them. */
const copy = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // Without https, or where the browser forbids it: the text is selected, and copied as by hand where that is possible.
    getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
};

for (const element of document.querySelectorAll('[data-copy]')) {
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.className = 'copy no-print';
  button.textContent = element.dataset.copy;
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    if (await copy(element)) said.textContent = ` ${element.dataset.copied}`;
  });
  element.after(button, said);
}
