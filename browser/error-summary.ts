/** A link of the summary puts the cursor into the field, and its question into view: the question is what is read first. */
document.querySelector('.govuk-error-summary')?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const field = link ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null
  if (!field) return
  event.preventDefault()
  questionOf(field).scrollIntoView()
  field.focus({ preventScroll: true })
})

function questionOf(field: HTMLElement): Element {
  return (
    field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${field.id}"]`) ?? field
  )
}
