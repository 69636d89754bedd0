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
