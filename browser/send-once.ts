/** Within this time a second press is the same press: an unsteady hand, or somebody who doubts the first one. */
const SAME_PRESS = 3000

let sent = new WeakMap<EventTarget, number>()

// Nothing is disabled: whoever comes back with the browser's button finds a form that can be sent.
document.addEventListener('submit', (event) => {
  if (!event.target || !event.submitter?.hasAttribute('data-once')) return
  if (event.timeStamp - (sent.get(event.target) ?? -SAME_PRESS) < SAME_PRESS) event.preventDefault()
  else sent.set(event.target, event.timeStamp)
})

addEventListener('pageshow', () => (sent = new WeakMap()))

// The way back shows a form with a new number in which the browser has put the old words. The same words sent from the
// same entry of the history keep their first number, so that the server counts them once; other words are a new form.
type Sent = { words: string; number: string }

document.addEventListener('submit', (event) => {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
  const field = form.querySelector<HTMLInputElement>('input[type=hidden][name=dergesa]')
  if (!field) return
  const words = digestOf(form)
  const before = sentBefore()
  if (before?.words === words) field.value = before.number
  history.replaceState({ ...stateNow(), sent: { words, number: field.value } satisfies Sent }, '')
})

const stateNow = (): object => {
  const state: unknown = history.state
  return typeof state === 'object' && state ? state : {}
}

function sentBefore(): Sent | null {
  const state = stateNow()
  return 'sent' in state ? (state.sent as Sent) : null
}

/** Of all that is filled in: the words themselves stay out of the browser's history. */
function digestOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].map(([name, value]) =>
    name === 'dergesa' ? '' : `${name}=${typeof value === 'string' ? value : `${value.name}:${value.size}`}`,
  )
  const text = [form.action, ...filled].join('\n')
  let one = 0
  let other = 7
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    one = (Math.imul(one, 31) + code) | 0
    other = (Math.imul(other, 131) ^ code) | 0
  }
  return `${text.length}:${one}:${other}`
}
