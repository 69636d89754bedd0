/**
 * Offers whole searches while somebody types, in the browser's own list: it is drawn, moved through and read aloud as the
 * device does it. Without script, or where a browser knows no such lists, the field is a plain one.
 */
const PAUSE = 150

for (const [index, field] of document.querySelectorAll<HTMLInputElement>('input[data-suggest]').entries()) {
  if ('list' in field && 'options' in HTMLDataListElement.prototype) suggestFor(field, `sugjerime-${index}`)
}

function suggestFor(field: HTMLInputElement, id: string): void {
  const list = document.createElement('datalist')
  list.id = id
  field.after(list)
  const known = new Map<string, string[]>()
  let waiting = 0
  let asked = ''
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void offer(), PAUSE)
  })
  // Only once it is used: a browser that restores the page would open an empty list.
  field.addEventListener('focus', () => field.setAttribute('list', id), { once: true })
  if (document.activeElement === field) field.setAttribute('list', id)

  async function offer(): Promise<void> {
    asked = field.value.trim()
    const typed = asked
    const words = typed.length < 2 ? [] : (known.get(typed) ?? (await ask(typed)))
    if (words === null) return
    known.set(typed, words)
    // What was typed meanwhile asks for itself.
    if (typed === asked) list.replaceChildren(...words.map((word) => new Option(word, word)))
  }

  /** Null: no answer. Nobody is told: the search itself works without. */
  async function ask(typed: string): Promise<string[] | null> {
    try {
      const answer = await fetch(`${field.dataset['suggest'] ?? ''}?q=${encodeURIComponent(typed)}`)
      const body: unknown = answer.ok ? await answer.json() : null
      const words: unknown = Array.isArray(body) ? body[1] : null
      return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : null
    } catch {
      return null
    }
  }
}
