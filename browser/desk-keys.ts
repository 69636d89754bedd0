// The desk by keyboard. Every key does what a link or a button of the page does, so that nothing needs them; they stand
// still in fields and while a modifier is held, and can be turned off for good (WCAG 2.1.4).
const OFF = 'kv-desk-keys-off'
const panel = document.querySelector<HTMLElement>('[data-desk-keys]')
const list = document.querySelector<HTMLElement>('[data-desk]')
const one = document.querySelector<HTMLElement>('[data-desk-one]')
const links = [...(list?.querySelectorAll<HTMLElement>('[data-desk-open]') ?? [])]

let off = stored()
function stored(): boolean {
  try {
    return localStorage.getItem(OFF) !== null
  } catch {
    return false
  }
}

const current = (): number => links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))

/** The row beside, or where there is no list the comment beside in it. */
function go(by: 1 | -1): void {
  if (links.length === 0) return press(one?.querySelector(`[data-desk-way="${by > 0 ? 'j' : 'k'}"]`))
  const at = current()
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)
  links[next]?.focus()
}

const press = (what: Element | null | undefined): void => {
  if (what instanceof HTMLElement) what.click()
}

function focusIn(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector)
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.focus()
}

const DEEDS: Record<string, () => void> = {
  j: () => go(1),
  k: () => go(-1),
  x: () => press(links[current()]?.closest('tr')?.querySelector('[data-desk-tick]')),
  o: () => press(links[current()]),
  e: () => press(one?.querySelector('[data-desk-mine] button')),
  l: () => one && focusIn('#etiketa'),
  r: () => press(one?.querySelector('[data-desk-release] button')),
  h: () => one && focusIn('#mbajtja input[type=radio]'),
  '/': () => list && focusIn('.kv-filter [name=q]'),
  '?': () => focusIn('[data-desk-keys] summary'),
}

/** In a field letters are letters; on a tick box of the list they are keys. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('[data-desk-tick]')) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}

if (panel && (list || one)) {
  const button = panel.querySelector<HTMLElement>('[data-desk-switch]')
  const told = () => button && (button.textContent = (off ? panel.dataset.on : panel.dataset.off) ?? '')
  panel.removeAttribute('hidden')
  told()
  button?.addEventListener('click', () => {
    off = !off
    if (off) localStorage.setItem(OFF, '1')
    else localStorage.removeItem(OFF)
    told()
  })
  document.addEventListener('keydown', (event) => {
    const deed = DEEDS[event.key]
    if (off || !deed || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    deed()
  })
}
