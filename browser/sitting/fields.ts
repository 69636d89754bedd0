import type { SittingEventKind } from '#modules/council/sitting/sitting-event-rules.ts'

/** Where the choices of a list come from. */
export type Source =
  | 'members'
  | 'there'
  | 'elsewhere'
  | 'planned'
  | 'item-kinds'
  | 'before'
  | 'commissions'
  | 'motion-kinds'
  | 'moved'
  | 'motions-to-vote'
  | 'stages'
  | 'methods'
  | 'rules'
  | 'outcomes'
  | 'conflict-items'
  | 'conflicts'
  | 'doors-scope'
  | 'events'
  | 'what'
  | 'bases'

/** One field of a form. `when`: shown only while another field has this value. */
export type Field = {
  name: string
  kind: 'list' | 'words' | 'long' | 'number' | 'tick' | 'hour' | 'roll' | 'ballots' | 'counts'
  from?: Source
  /** May stay empty. */
  optional?: boolean
  when?: [name: string, value: string]
}

const list = (name: string, from: Source, optional = false): Field => ({ name, kind: 'list', from, optional })
const words = (name: string, optional = false): Field => ({ name, kind: 'words', optional })
const long = (name: string): Field => ({ name, kind: 'long' })
const OWN = ['rule', 'own'] as [string, string]

export const FIELDS: Record<SittingEventKind, readonly Field[]> = {
  opened: [list('chair', 'members', true)],
  'roll-called': [{ name: 'roll', kind: 'roll' }],
  arrived: [list('person', 'elsewhere'), { name: 'remote', kind: 'tick' }],
  left: [list('person', 'there')],
  'chair-taken': [list('person', 'there')],
  'item-opened': [list('item', 'planned')],
  'item-closed': [
    list('outcome', 'outcomes'),
    words('reason', true),
    { ...list('to', 'commissions', true), when: ['outcome', 'sent-back'] },
  ],
  'item-added': [words('title'), list('itemKind', 'item-kinds')],
  'agenda-ordered': [list('item', 'planned'), list('before', 'before', true)],
  'speaker-called': [
    list('person', 'there', true),
    words('name', true),
    { name: 'minutes', kind: 'number', optional: true },
  ],
  'speaker-ended': [],
  'motion-moved': [
    list('motionKind', 'motion-kinds'),
    words('article', true),
    long('words'),
    list('person', 'there', true),
    words('mover', true),
  ],
  'motion-withdrawn': [list('motion', 'moved')],
  'conflict-declared': [list('person', 'there'), list('item', 'conflict-items'), words('ground', true)],
  'conflict-lifted': [list('conflict', 'conflicts')],
  'vote-opened': [
    list('stage', 'stages'),
    { ...list('motion', 'motions-to-vote', true), when: ['stage', 'amendment'] },
    { ...words('article', true), when: ['stage', 'article'] },
    words('question'),
    list('method', 'methods'),
    list('rule', 'rules'),
    { ...list('of', 'bases'), when: OWN },
    { name: 'numerator', kind: 'number', when: OWN },
    { name: 'denominator', kind: 'number', when: OWN },
    { name: 'strict', kind: 'tick', when: OWN },
    { ...words('basis'), when: OWN },
  ],
  'vote-taken': [
    { name: 'ballots', kind: 'ballots' },
    { name: 'counts', kind: 'counts' },
  ],
  'vote-cancelled': [words('reason')],
  'doors-closed': [list('scope', 'doors-scope'), words('askedBy'), words('reason'), words('publicTitle')],
  'doors-opened': [],
  suspended: [{ name: 'until', kind: 'hour', optional: true }, words('reason', true)],
  resumed: [],
  closed: [],
  reopened: [words('reason')],
  noted: [long('words')],
  corrected: [
    list('event', 'events'),
    list('what', 'what'),
    { name: 'newTime', kind: 'hour', optional: true, when: ['what', 'time'] },
    words('reason'),
  ],
}
