/** How long a pause in typing is before a screen reader is told: at every key it would drown what is typed. */
const PAUSE = 1000

for (const count of document.querySelectorAll<HTMLElement>('[data-count]')) {
  const field = document.getElementById(count.dataset['count'] ?? '')
  const shown = count.querySelector<HTMLElement>('[data-count-shown]')
  const said = count.querySelector<HTMLElement>('[data-count-said]')
  if (field instanceof HTMLTextAreaElement && shown && said) keepCount(field, count, shown, said)
}

function keepCount(field: HTMLTextAreaElement, count: HTMLElement, shown: HTMLElement, said: HTMLElement): void {
  let pause: ReturnType<typeof setTimeout>
  const show = () => {
    const left = Number(count.dataset['max']) - field.value.length
    const words = sentence(count.dataset, left)
    shown.textContent = words
    count.classList.toggle('kv-count--over', left < 0)
    clearTimeout(pause)
    pause = setTimeout(() => (said.textContent = words), PAUSE)
  }
  said.classList.add('govuk-visually-hidden')
  said.setAttribute('aria-live', 'polite')
  shown.setAttribute('aria-hidden', 'true')
  shown.hidden = false
  field.addEventListener('input', show)
  // A browser that goes back fills the field again without an input event.
  addEventListener('pageshow', show)
  show()
}

function sentence(patterns: DOMStringMap, left: number): string {
  if (patterns['of']) return `${grouped(Number(patterns['max']) - left)} / ${patterns['of']}`
  const many = left < 0 ? patterns['over'] : patterns['left']
  const one = left < 0 ? patterns['overOne'] : patterns['leftOne']
  return (Math.abs(left) === 1 ? one : many)?.replace('{n}', grouped(Math.abs(left))) ?? ''
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}
