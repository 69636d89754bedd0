/** Letters begin a deed, but not where somebody types, and not while a modifier is held (WCAG 2.1.4: they can be turned off). */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input[type=radio], input[type=checkbox]')) return target.closest('[data-rows]') !== null
  return target.matches('input, select, textarea')
}

/** In a list of people: a digit chooses for this one and goes on to the next, the key for "back" returns to the one before. */
export function chooseInRows(event: KeyboardEvent): boolean {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Backspace') return focusRow(row.previousElementSibling)
  if (!/^[1-9]$/.test(event.key)) return false
  const radio = row.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1]
  if (!radio) return false
  radio.checked = true
  radio.dispatchEvent(new Event('change', { bubbles: true }))
  return focusRow(row.nextElementSibling) || focusSend(row)
}

/**
 * Enter goes on to the next field, and after the last to the button: a list that is open takes the same key, and nothing is
 * recorded by it. With Control it records from anywhere.
 */
export function onEnter(event: KeyboardEvent, form: HTMLFormElement): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement) || !form.contains(target)) return false
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit()
    return true
  }
  if (!target.matches('select, input:not([type=radio])')) return target.matches('[data-row] input') && focusSend(target)
  const fields = [...form.querySelectorAll<HTMLElement>('select, input, textarea, [type=submit]')]
  const shown = fields.filter((one) => one === target || (one.offsetParent !== null && !one.closest('details')))
  shown[shown.indexOf(target) + 1]?.focus()
  return true
}

function focusRow(row: Element | null): boolean {
  const radio =
    row?.querySelector<HTMLInputElement>('input[type=radio]:checked') ??
    row?.querySelector<HTMLInputElement>('input[type=radio]')
  radio?.focus()
  return Boolean(radio)
}

function focusSend(row: HTMLElement): boolean {
  row.closest('form')?.querySelector<HTMLElement>('[type=submit]')?.focus()
  return true
}

const OFF = 'kv-sitting-keys-off'

export const keysAreOff = (): boolean => {
  try {
    return localStorage.getItem(OFF) !== null
  } catch {
    return false
  }
}

export function turnKeys(button: HTMLElement): void {
  const off = !keysAreOff()
  if (off) localStorage.setItem(OFF, '1')
  else localStorage.removeItem(OFF)
  button.setAttribute('aria-pressed', String(off))
}

/** Two tabs of one browser share what is kept: only one of them writes. Where the browser has no locks, nobody asks. */
export function aloneInTab(meeting: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager }
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    void locks.request(`kuvend-sitting-${meeting}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>(() => {})
    })
  })
}
