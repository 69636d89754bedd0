import type { Phase } from '../consultation-rules.ts'

/** What is known of a consultation's way. Civil days in the institution's zone; null: not known. */
export type Way = {
  phase: Phase
  stage: 'preliminary' | 'on-draft'
  publishedOn: string
  opensOn: string | null
  closesOn: string | null
  cancelledOn: string | null
  cancelReason: string | null
  /** The day of the conclusion that stands; null or absent: none. */
  concludedOn?: string | null
  meetings: readonly { on: string; title: string; href: string }[]
  today: string
}

export type WayStep = {
  step: 'announced' | 'open' | 'meeting' | 'review' | 'draft' | 'concluded' | 'decision' | 'cancelled'
  from: string | null
  to: string | null
  state: 'done' | 'now' | 'next'
  meeting?: { title: string; href: string }
}

/**
 * The way of a consultation in the order of its days: what happened, where it stands, what comes. One that was cancelled
 * ends there: what would have followed is not promised any more.
 */
export function stepsOf(way: Way): WayStep[] {
  const { phase, publishedOn, cancelledOn } = way
  const announced: WayStep = {
    step: 'announced',
    from: publishedOn,
    to: null,
    state: phase === 'announced' ? 'now' : 'done',
  }
  const held = [openStep(way), ...way.meetings.map((one) => meetingStep(one, way.today))]
  if (phase === 'cancelled') {
    const before = held.filter(({ from }) => from !== null && cancelledOn !== null && from <= cancelledOn)
    const ended = before.map((step): WayStep => ({ ...step, state: 'done' }))
    return [
      { ...announced, state: 'done' },
      ...inOrder(ended),
      { step: 'cancelled', from: cancelledOn, to: null, state: 'now' },
    ]
  }
  const concludedOn = way.concludedOn ?? null
  const standing = phase !== 'closed' ? 'next' : concludedOn === null ? 'now' : 'done'
  const review: WayStep =
    way.stage === 'preliminary'
      ? { step: 'draft', from: null, to: null, state: standing }
      : { step: 'review', from: null, to: null, state: standing }
  const concluded: WayStep[] =
    concludedOn === null ? [] : [{ step: 'concluded', from: concludedOn, to: null, state: 'now' }]
  const decision: WayStep = { step: 'decision', from: null, to: null, state: 'next' }
  return [announced, ...inOrder(held), review, ...concluded, ...(way.stage === 'preliminary' ? [] : [decision])]
}

function openStep({ phase, opensOn, closesOn }: Way): WayStep {
  const state = phase === 'open' ? 'now' : phase === 'announced' ? 'next' : 'done'
  return { step: 'open', from: opensOn, to: closesOn, state }
}

const meetingStep = (one: Way['meetings'][number], today: string): WayStep => ({
  step: 'meeting',
  from: one.on,
  to: null,
  state: one.on < today ? 'done' : 'next',
  meeting: { title: one.title, href: one.href },
})

/** By the first day; what has no day comes first, as it was written. */
const inOrder = (steps: readonly WayStep[]): WayStep[] =>
  steps.toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
