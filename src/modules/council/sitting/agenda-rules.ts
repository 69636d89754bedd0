import { itemIn, type EventRules } from './fold-rules.ts'
import { endSpeeches } from './presence-rules.ts'
import type { EventOf, SittingRefusal } from './sitting-event-rules.ts'
import type { SittingState, StateItem } from './sitting-state-rules.ts'

type Kinds = 'item-opened' | 'item-closed' | 'item-added' | 'agenda-ordered' | 'doors-closed' | 'doors-opened'

const settled = ({ state }: StateItem): boolean => state === 'done' || state === 'withdrawn' || state === 'sent-back'

/** The agenda in the order in which it is taken, and the doors. */
export const AGENDA_RULES: EventRules<Kinds> = {
  'item-opened': {
    refusal: (_setup, state, { body: { item } }) => {
      const found = itemIn(state, item)
      if (!found) return 'no-such-item'
      if (state.currentItem !== null) return 'another-item-open'
      if (settled(found)) return 'item-settled'
      return state.doors.closed && state.doors.item !== null && state.doors.item !== item ? 'doors-closed' : null
    },
    apply: (_setup, state, { at, body: { item } }) => ({
      ...withItem(endSpeeches(state, at), item, (one) => ({
        state: 'open',
        reason: null,
        openedAt: one.openedAt ?? at,
        closedAt: null,
        ...(state.doors.closed && !one.closed ? shut(state.doors) : {}),
      })),
      currentItem: item,
    }),
  },
  'item-closed': {
    refusal: (_setup, state, { body: { item, outcome } }) => {
      const found = itemIn(state, item)
      if (!found) return 'no-such-item'
      if (found.state === 'open') return null
      if (found.state !== 'planned') return 'item-settled'
      return outcome === 'done' ? 'item-not-open' : null
    },
    apply: (_setup, state, event) => closeItem(state, event),
  },
  'item-added': {
    refusal: (_setup, state, { body: { item } }) => (itemIn(state, item) ? 'item-settled' : null),
    apply: (_setup, state, { body: { item, title, itemKind, actKind } }) => ({
      ...state,
      items: [...state.items, { ...NEW_ITEM, id: item, title, kind: itemKind, actKind, onTheDay: true }],
    }),
  },
  'agenda-ordered': {
    refusal: (_setup, state, { body: { items } }) =>
      items.every((one) => itemIn(state, one)) && new Set(items).size === items.length ? null : 'no-such-item',
    // Those that are not named come after, as they stood.
    apply: (_setup, state, { body: { items } }) => ({
      ...state,
      items: [
        ...items.flatMap((id) => itemIn(state, id) ?? []),
        ...state.items.filter(({ id }) => !items.includes(id)),
      ],
    }),
  },
  'doors-closed': {
    refusal: (_setup, state, event) => refusalToCloseDoors(state, event),
    apply: (_setup, state, { at, body: { item, askedBy, reason, publicTitle } }) => {
      const doors = { closed: true, item, publicTitle, askedBy, reason, since: at }
      const inside = item ?? state.currentItem
      return inside === null ? { ...state, doors } : withItem({ ...state, doors }, inside, () => shut(doors))
    },
  },
  'doors-opened': {
    refusal: (_setup, state) => (state.doors.closed ? null : 'doors-open'),
    apply: (_setup, state) => ({ ...state, doors: OPEN_DOORS }),
  },
}

export const OPEN_DOORS = {
  closed: false,
  item: null,
  publicTitle: null,
  askedBy: null,
  reason: null,
  since: null,
} as const

/** An item that is dealt with behind doors: what is shown of it from now on. */
const shut = ({ publicTitle, askedBy, reason }: SittingState['doors']): Partial<StateItem> => ({
  closed: true,
  publicTitle,
  closedAskedBy: askedBy,
  closedReason: reason,
})

export const NEW_ITEM = {
  closed: false,
  publicTitle: null,
  closedAskedBy: null,
  closedReason: null,
  onTheDay: false,
  state: 'planned',
  reason: null,
  sentBackTo: null,
  openedAt: null,
  closedAt: null,
} as const satisfies Partial<StateItem>

const withItem = (state: SittingState, id: string, change: (one: StateItem) => Partial<StateItem>): SittingState => ({
  ...state,
  items: state.items.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
})

function closeItem(state: SittingState, { at, body }: EventOf<'item-closed'>): SittingState {
  const { item, outcome, reason, to } = body
  const closed = withItem(state, item, () => ({ state: outcome, reason, sentBackTo: to, closedAt: at }))
  if (state.currentItem !== item) return closed
  const ended = { ...endSpeeches(closed, at), currentItem: null }
  // Closed for this item alone, the doors open with its end.
  return state.doors.closed && state.doors.item === item ? { ...ended, doors: OPEN_DOORS } : ended
}

/** Only a vote closes them, and only for what was voted. */
function refusalToCloseDoors(state: SittingState, { body }: EventOf<'doors-closed'>): SittingRefusal | null {
  if (state.doors.closed) return 'doors-closed'
  const found = body.item === null ? null : itemIn(state, body.item)
  if (found === undefined) return 'no-such-item'
  if (found !== null && settled(found)) return 'item-settled'
  if (state.currentItem !== null && body.item !== null && state.currentItem !== body.item) return 'another-item-open'
  const vote = state.votes.find(({ id }) => id === body.vote)
  const carries = vote?.stage === 'closing-doors' && vote.result === 'adopted'
  return carries && (vote.item === null || vote.item === body.item) ? null : 'doors-not-voted'
}
