// Follows a meeting while it is held: told that something has changed, it fetches the part of the page anew. The same on the
// public page and on the wall of the room. Where too many listen already, it asks from time to time.
const SLOWLY = 30_000
const place = document.querySelector<HTMLElement>('[data-live]')
const said = document.querySelector<HTMLElement>('[data-live-say]')
const sign = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-live-${name}]`)

let etag = ''
/** How far the clock of this device is behind the server's. */
let behind = 0
let waiting = false

async function refresh(from: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(from.dataset['part'] ?? '', {
      headers: etag === '' ? {} : { 'if-none-match': etag },
      cache: 'no-store',
    })
    const told = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(told)) behind = told - Date.now()
    show('lost', answer.status !== 200 && answer.status !== 304)
    if (answer.status !== 200) return
    etag = answer.headers.get('etag') ?? ''
    replace(from, await answer.text())
  } catch {
    show('lost', true)
  }
}

/** Only the pieces that are different, so that whoever reads or stands on a link elsewhere is left in peace. */
function replace(from: HTMLElement, html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html').body
  for (const piece of from.querySelectorAll<HTMLElement>('[data-piece]')) {
    const fresh = next.querySelector<HTMLElement>(`[data-piece="${piece.dataset['piece'] ?? ''}"]`)
    if (!fresh || fresh.innerHTML === piece.innerHTML) continue
    if (piece.dataset['piece'] === 'say') say(piece, fresh)
    piece.innerHTML = fresh.innerHTML
  }
  tick()
}

function say(before: HTMLElement, after: HTMLElement): void {
  const news = [...after.querySelectorAll<HTMLElement>('[data-say]')].filter((one) => {
    const old = before.querySelector<HTMLElement>(`[data-say="${one.dataset['say'] ?? ''}"]`)
    return old?.textContent !== one.textContent || old?.dataset['key'] !== one.dataset['key']
  })
  if (said && news.length > 0) said.textContent = news.map(({ textContent }) => textContent).join('. ')
}

function show(name: string, shown: boolean): void {
  const element = sign(name)
  if (element) element.hidden = !shown
}

/** The time that is left to a speaker; what is over is counted with a minus. */
function tick(): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-ends]')) {
    const left = Math.round((Date.parse(clock.dataset['ends'] ?? '') - Date.now() - behind) / 1000)
    const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60]
    const words = `${left < 0 ? '−' : ''}${minutes}:${String(seconds).padStart(2, '0')}`
    clock.textContent = [clock.dataset['words'], words].filter(Boolean).join(' ')
    clock.toggleAttribute('data-over', left < 0)
  }
}

/** Those who follow do not all ask in the same moment. */
function soon(from: HTMLElement): void {
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    void refresh(from)
  }, Math.random() * 400)
}

function follow(from: HTMLElement): void {
  const stream = new EventSource(from.dataset['stream'] ?? '')
  stream.addEventListener('change', () => soon(from))
  stream.addEventListener('open', () => show('full', false))
  stream.addEventListener('error', () => {
    if (stream.readyState !== EventSource.CLOSED) return show('lost', true)
    // Refused: there are too many, or the meeting is gone.
    show('full', true)
    soon(from)
    setTimeout(() => follow(from), SLOWLY + Math.random() * 10_000)
  })
}

/** On the wall of the room: how each votes, as the recorder in another window of this browser marks it. */
function board(meeting: string): void {
  new BroadcastChannel(`kuvend-sitting-${meeting}`).addEventListener('message', ({ data }) => {
    const marks = new Map(data as [string, string][])
    for (const line of document.querySelectorAll<HTMLElement>('[data-board] [data-name]')) {
      const name = line.dataset['name'] ?? ''
      const mark = document.createElement('strong')
      mark.textContent = marks.get(name) ?? ''
      line.replaceChildren(`${name} `, mark)
    }
  })
}

if (place) {
  show('plain', false)
  setInterval(tick, 1000)
  tick()
  follow(place)
  const { meeting } = place.dataset
  if (meeting && 'BroadcastChannel' in window) board(meeting)
}
