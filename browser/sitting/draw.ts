import type { SittingEventKind } from '#modules/council/sitting/sitting-event-rules.ts'
import type { Scene } from './choices.ts'
import { describe, hourAt, nameIn } from './describe.ts'
import { make } from './page.ts'
import type { Recorder } from './recorder.ts'

type Drawn = (Node | string)[]
type Part = { scene: Scene; recorder: Recorder }

/** What waits and what is told, in one line that is always to be seen. */
export function barOf({ scene: { say }, recorder }: Part): Drawn {
  const { waiting, contact, kept } = recorder
  const words =
    waiting.length > 0 ? say('bar', contact === 'out' ? 'out' : 'waiting', { n: waiting.length }) : say('bar', 'sent')
  return [
    make('strong', { 'data-waiting': String(waiting.length), 'data-contact': contact }, words),
    ...(contact === 'away' ? [' ', make('span', {}, say('bar', 'away'))] : []),
    ...(kept ? [] : [' ', make('strong', { class: 'kv-rec__bad' }, say('bar', 'notKept'))]),
  ]
}

export function penOf({ scene: { say }, recorder }: Part): Node[] {
  if (recorder.holdsPen) return [make('p', { class: 'govuk-body' }, say('pen', 'mine'))]
  const { pen } = recorder
  const words =
    pen === null ? say('pen', 'free') : say('pen', 'elsewhere', { name: pen.name, time: hourAt(pen.takenAt) })
  return [
    make('p', { class: 'govuk-inset-text' }, words),
    make('button', { class: 'govuk-button', type: 'button', 'data-take-pen': true }, say('pen', 'take')),
  ]
}

export function nowOf({ scene }: Part): Node[] {
  const { state, say } = scene
  const item = state.items.findIndex(({ id }) => id === state.currentItem)
  const speech = state.speeches.findLast(({ to }) => to === null)
  const { present, members, needed, met } = state.quorum
  const rows: [string, (Node | string)[]][] = [
    [say('now', 'phase'), [say('phases', state.phase)]],
    [
      say('now', 'quorum'),
      [
        make('strong', {}, say('now', met ? 'met' : 'notMet')),
        ` ${say('now', 'counts', { present, members, needed })}`,
      ],
    ],
    [say('now', 'item'), [item < 0 ? say('now', 'none') : `${item + 1}. ${state.items[item]?.title ?? ''}`]],
  ]
  if (state.doors.closed)
    rows.push([say('now', 'doors'), [say('now', 'doorsClosed', { time: hourAt(state.doors.since ?? '') })]])
  if (speech) {
    const name = nameIn(scene, speech.person) || (speech.name ?? '')
    const ends =
      speech.minutes === null ? null : new Date(Date.parse(speech.from) + speech.minutes * 60_000).toISOString()
    const clock = ends ? [' ', make('span', { 'data-ends': ends, class: 'kv-rec__clock', 'aria-hidden': 'true' })] : []
    rows.push([say('now', 'speaker'), [make('strong', {}, name), ...clock]])
  }
  if (state.openVote) rows.push([say('now', 'vote'), [make('strong', {}, state.openVote.question)]])
  return [
    make(
      'dl',
      { class: 'kv-rec__now' },
      ...rows.map(([key, value]) => make('div', {}, make('dt', {}, key), make('dd', {}, ...value))),
    ),
    ...(state.phase === 'closed' ? [afterwards(scene)] : []),
  ]
}

/** What comes when the meeting is over. */
const afterwards = ({ page, say }: Scene): Node =>
  make('p', { class: 'govuk-body' }, make('a', { href: page.urls.minutes }, say('bar', 'minutes')))

export const deedsOf = ({ scene: { say, page } }: Part, deeds: readonly SittingEventKind[]): Node[] =>
  deeds.map((kind) =>
    make(
      'button',
      {
        type: 'button',
        class: 'govuk-button govuk-button--secondary',
        'data-do': kind,
        'aria-keyshortcuts': page.keys[kind] ?? null,
      },
      say('kinds', kind),
      ' ',
      make('kbd', {}, page.keys[kind] ?? ''),
    ),
  )

export function presenceOf({ scene: { setup, state, say } }: Part): Node[] {
  return setup.members.map(({ id, name }) => {
    const how = state.presence[id] ?? 'absent'
    return make('li', { 'data-presence': how }, name, ' ', make('span', { class: 'kv-quiet' }, say('presence', how)))
  })
}

export const agendaOf = ({ scene: { state, say } }: Part): Node[] =>
  state.items.map((one) =>
    make(
      'li',
      { 'aria-current': one.id === state.currentItem ? 'true' : null },
      one.title,
      ...(one.closed ? [' ', make('strong', {}, say('now', 'closedItem'))] : []),
      ' ',
      make('span', { class: 'kv-quiet' }, say('itemStates', one.state)),
    ),
  )

/** Newest first. What is not told yet is marked so. */
export function recordOf({ scene, recorder }: Part): Node[] {
  const waiting = new Set(recorder.waiting.map(({ event }) => event.id))
  return scene.state.taken
    .map((event) =>
      make(
        'li',
        {},
        describe(event, scene),
        ...(waiting.has(event.id) ? [' ', make('span', { class: 'kv-quiet' }, scene.say('bar', 'notYet'))] : []),
      ),
    )
    .toReversed()
}

/** What did not fit: of this device while it was away, or of an earlier pen. It waits on the page for a decision. */
export function asideOf({ scene, recorder }: Part): Node[] {
  const { say, page } = scene
  const mine = recorder.holdsPen ? [] : recorder.waiting.map(({ event }) => ({ event, why: say('bar', 'notYet') }))
  const told = recorder.aside.map(({ event, refusal }) => ({ event, why: say('refusals', refusal) }))
  const unread = recorder.unread.map((event) => ({ event, why: say('bar', 'unread') }))
  const all = [...told, ...mine, ...unread]
  if (all.length === 0) return []
  return [
    make('h2', { class: 'govuk-heading-m' }, say('bar', 'aside', { n: all.length })),
    make(
      'ul',
      { class: 'govuk-list govuk-list--bullet' },
      ...all.map(({ event, why }) => make('li', {}, `${describe(event, scene)} – ${why}`)),
    ),
    ...(recorder.aside.length > 0 ? [make('p', {}, make('a', { href: page.urls.settle }, say('bar', 'settle')))] : []),
  ]
}
