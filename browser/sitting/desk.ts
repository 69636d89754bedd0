import type { SittingEventKind } from '#modules/council/sitting/sitting-event-rules.ts'
import type { Scene } from './choices.ts'
import { deedsIn, NEXT } from './deeds.ts'
import { agendaOf, asideOf, barOf, deedsOf, nowOf, penOf, presenceOf, recordOf } from './draw.ts'
import { emptyField, formOf, refuse } from './form.ts'
import { aloneInTab, chooseInRows, isTyping, keysAreOff, onEnter, turnKeys } from './keys.ts'
import { sayIn, type PageData, type Say } from './page.ts'
import { hourOf, readEvent } from './read-form.ts'
import { Recorder } from './recorder.ts'
import { Server } from './server.ts'
import { Store } from './store.ts'

/** What is seen and pressed: the parts of the page, one form at a time, and the keys. */
export class Desk {
  private readonly place: HTMLElement
  private readonly page: PageData
  private readonly say: Say
  private readonly recorder: Recorder

  constructor(place: HTMLElement, page: PageData) {
    this.place = place
    this.page = page
    this.say = sayIn(page.words)
    this.recorder = new Recorder(new Store(page.meeting), new Server(page.urls), () => this.draw())
  }

  async begin(): Promise<void> {
    if (!(await aloneInTab(this.page.meeting))) {
      this.place.hidden = false
      return this.tell(this.say('bar', 'otherTab'))
    }
    document.addEventListener('submit', (event) => this.onSubmit(event))
    this.place.addEventListener('click', (event) => this.onClick(event))
    document.addEventListener('keydown', (event) => this.onKey(event))
    this.place.addEventListener('change', () => this.form && showMarks(this.page.meeting, this.form))
    addEventListener('online', () => this.recorder.hurry())
    addEventListener('beforeunload', (event) => this.onLeave(event))
    setInterval(tick, 1000)
    this.draw()
    await this.recorder.run()
  }

  private part(name: string): HTMLElement {
    return this.place.querySelector<HTMLElement>(`[data-rec="${name}"]`) ?? this.place
  }

  private get form(): HTMLFormElement | null {
    return this.part('form').querySelector('form')
  }

  private tell(words: string): void {
    this.part('told').textContent = words
  }

  private scene(): Scene | null {
    const { setup, state } = this.recorder
    return setup && state ? { setup, state, page: this.page, say: this.say } : null
  }

  private draw(): void {
    const { recorder } = this
    const scene = this.scene()
    if (!scene) return this.tell(this.say('bar', recorder.contact === 'unknown' ? 'loading' : 'noContact'))
    if (this.place.hidden) this.show()
    const drawn = { scene, recorder }
    const deeds = recorder.holdsPen ? deedsIn(scene.state) : []
    this.put('bar', barOf(drawn))
    this.put('pen', penOf(drawn))
    this.put('now', nowOf(drawn))
    this.put('deeds', deedsOf(drawn, deeds))
    this.put('presence', presenceOf(drawn))
    this.put('agenda', agendaOf(drawn))
    this.put('record', recordOf(drawn))
    this.put('aside', asideOf(drawn))
    const open = this.form?.dataset['deed']
    if (open && !deeds.some((kind) => kind === open)) this.part('form').replaceChildren()
    tick()
  }

  /** In place of the forms that work without script. */
  private show(): void {
    this.place.hidden = false
    for (const plain of document.querySelectorAll<HTMLElement>('[data-without-recorder]')) plain.hidden = true
    this.tell('')
  }

  /** Draws a part anew, and gives the focus back to what stands where it was. */
  private put(name: string, nodes: (Node | string)[]): void {
    const region = this.part(name)
    const held = document.activeElement
    const mark = held instanceof HTMLElement && region.contains(held) ? held.dataset['do'] : null
    const within = held !== null && held !== region && region.contains(held)
    region.replaceChildren(...nodes)
    if (within) (region.querySelector<HTMLElement>(`[data-do="${mark ?? ''}"]`) ?? this.part('deeds')).focus()
  }

  private openForm(kind: SittingEventKind): void {
    const scene = this.scene()
    if (!scene || !this.recorder.holdsPen) return
    const form = formOf(kind, scene)
    this.part('form').replaceChildren(form)
    const fields = 'input:not([type=time]), select, textarea, [type=time]:not([name=at])'
    const first = form.querySelector<HTMLElement>(fields) ?? form.querySelector<HTMLElement>('[type=submit]')
    first?.focus()
  }

  private leaveForm(): void {
    this.part('form').replaceChildren()
    this.part('deeds').focus()
  }

  private onSubmit(event: SubmitEvent): void {
    const form = event.target
    const scene = this.scene()
    if (!(form instanceof HTMLFormElement) || !form.dataset['deed'] || !scene) return
    event.preventDefault()
    const kind = form.dataset['deed'] as SittingEventKind
    const [now, data] = [new Date(), new FormData(form)]
    const missing = emptyField(form)
    const body = missing ? null : readEvent(kind, { data, state: scene.state, page: this.page, today: now })
    if (!body) return refuse(form, this.say('form', 'incomplete'), missing)
    const refusal = this.recorder.record(body, hourOf({ data, today: now }, 'at'))
    if (refusal !== null) return refuse(form, this.say('refusals', refusal), null)
    this.tell(this.say('form', 'recorded', { what: this.say('kinds', kind) }))
    const next = NEXT[kind]
    if (next) this.openForm(next)
    else this.leaveForm()
  }

  /** Without network the page cannot be loaded again: nobody leaves it unasked. What is recorded stays either way. */
  private onLeave(event: BeforeUnloadEvent): void {
    if (this.recorder.contact === 'away') event.preventDefault()
  }

  private onClick(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null
    if (!pressed) return
    if (pressed.dataset['do']) this.openForm(pressed.dataset['do'] as SittingEventKind)
    if (pressed.matches('[data-leave]')) this.leaveForm()
    if (pressed.matches('[data-take-pen]')) void this.takePen()
    if (pressed.matches('[data-keys-switch]')) turnKeys(pressed)
  }

  private onKey(event: KeyboardEvent): void {
    if (chooseInRows(event)) return event.preventDefault()
    const { target, key } = event
    if (key === 'Escape' && this.form) return this.leaveForm()
    if (key === 'Enter' && this.form && onEnter(event, this.form)) return event.preventDefault()
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target) || keysAreOff()) return
    const scene = this.scene()
    const kind = scene && deedsIn(scene.state).find((one) => this.page.keys[one] === key.toLowerCase())
    if (!kind || !this.recorder.holdsPen) return
    event.preventDefault()
    this.openForm(kind)
  }

  private async takePen(): Promise<void> {
    const taken = await this.recorder.takePen()
    this.tell(this.say('pen', taken ? 'taken' : 'notTaken'))
    if (taken) this.part('deeds').focus()
  }
}

/** The time that is left to whoever speaks, by this clock. */
function tick(): void {
  for (const clock of document.querySelectorAll<HTMLElement>('[data-rec] [data-ends]')) {
    const left = Math.round((Date.parse(clock.dataset['ends'] ?? '') - Date.now()) / 1000)
    const seconds = String(Math.abs(left) % 60).padStart(2, '0')
    clock.textContent = `${left < 0 ? '−' : ''}${Math.floor(Math.abs(left) / 60)}:${seconds}`
    clock.toggleAttribute('data-over', left < 0)
  }
}

/** The names as they are called, for the wall of the room in another window of this browser: nothing of it goes over a network. */
function showMarks(meeting: string, form: HTMLFormElement): void {
  if (form.dataset['deed'] !== 'vote-taken' || !('BroadcastChannel' in window)) return
  const marks = [...form.querySelectorAll<HTMLElement>('[data-row]')].flatMap((row) => {
    const chosen = row.querySelector<HTMLInputElement>('input:checked')
    const name = row.querySelector('legend')?.textContent ?? ''
    return chosen ? [[name, chosen.parentElement?.firstChild?.nextSibling?.textContent?.trim() ?? '']] : []
  })
  const channel = new BroadcastChannel(`kuvend-sitting-${meeting}`)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel knows one origin alone
  channel.postMessage(marks)
  channel.close()
}
