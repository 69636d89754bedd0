// The outline of a draft by keyboard: up and down through its rows, with Alt the row itself moves.
const outline = document.querySelector<HTMLElement>('[data-outline]')
const rows = outline ? [...outline.querySelectorAll<HTMLAnchorElement>('[data-outline-open]')] : []

/** The work goes on where it was: the row that the address names. */
function beginAtRow(): void {
  const id = location.hash.slice(1)
  rows.find((row) => row.id === id)?.focus()
}

if (outline) {
  document.querySelector('[data-outline-keys]')?.removeAttribute('hidden')
  beginAtRow()
  outline.addEventListener('keydown', (event) => {
    const by = directionOf(event.key)
    const at = rows.findIndex((row) => row.closest('li')?.contains(event.target as Node))
    if (!by || at < 0 || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.altKey) {
      const way = by < 0 ? 'up' : 'down'
      rows[at]?.closest('li')?.querySelector<HTMLButtonElement>(`[data-outline-move="${way}"]`)?.click()
    } else {
      rows[at + by]?.focus()
    }
  })
}

function directionOf(key: string): -1 | 1 | null {
  if (key === 'ArrowUp' || key === 'k') return -1
  return key === 'ArrowDown' || key === 'j' ? 1 : null
}
