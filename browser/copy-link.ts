/** Without a clipboard (an old browser, a page without TLS) the link stays a link. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-copy-link]') : null
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  navigator.clipboard.writeText(link.href).then(
    () => say(link, link.dataset['copied'] ?? ''),
    () => location.assign(link.href),
  )
})

function say(link: HTMLAnchorElement, words: string): void {
  const status = link.parentElement?.querySelector('[role="status"]')
  if (status) status.textContent = words
}
