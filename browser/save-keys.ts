// Ctrl and Enter send a long form, whichever field one is in.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-save-keys]')) {
  form.querySelector('[data-save-keys-help]')?.removeAttribute('hidden')
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type="submit"]'))
  })
}
