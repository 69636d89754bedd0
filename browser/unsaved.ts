// Whoever leaves a form with unsaved words is asked first. The browser asks in its own words.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-unsaved]')) {
  const fields = () => JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
  const first = fields()
  // What came back from the server to be mended is not saved either.
  const mended = document.querySelector('.govuk-error-summary') !== null
  let sent = false
  form.addEventListener('submit', () => (sent = true))
  addEventListener('pageshow', () => (sent = false))
  addEventListener('beforeunload', (event) => {
    if (!sent && (mended || fields() !== first)) event.preventDefault()
  })
}
