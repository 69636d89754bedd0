import type { ActState } from '../act-rules.ts'
import { isPublic } from '../act-rules.ts'

/** The parts of one act in the office, each a page of its own. */
export const ACT_TABS = [
  'overview',
  'text',
  'amendments',
  'signing',
  'review',
  'announcing',
  'relations',
  'states',
  'plan',
  'copies',
  'public',
] as const
export type ActTab = (typeof ACT_TABS)[number]

export type TabFacts = { state: ActState; slug: string | null; history: boolean }

/**
 * An act of the past was amended and signed elsewhere; copies are made of what was announced; one without a number has no page
 * for everybody.
 */
export const tabsOf = ({ state, slug, history }: TabFacts): ActTab[] =>
  ACT_TABS.filter((tab) => {
    if (tab === 'amendments') return !history
    if (tab === 'copies') return state === 'announced'
    return tab !== 'public' || (slug !== null && isPublic(state))
  })
