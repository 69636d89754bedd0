/** The buttons that copy words are shown where there is a clipboard; the words can be selected by hand anywhere. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy-words]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', () => {
    const words = document.getElementById(button.dataset['copyWords'] ?? '')?.textContent ?? ''
    void navigator.clipboard.writeText(words).then(() => {
      const status = button.parentElement?.querySelector('[role="status"]')
      if (status) status.textContent = button.dataset['copied'] ?? ''
    })
  })
}
