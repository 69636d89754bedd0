import { CHANNELS, type Channel } from '../comments/comment-rules.ts'
import { ANSWER_STATES, DECISIONS, type AnswerState, type Decision } from './answer-rules.ts'

export const WORK_PAGE = 50

export const KINDS = ['held', 'late', 'taken-down'] as const

/** What the table of work is narrowed to, as it stands in its address. Empty words: not narrowed by that. */
export type WorkQuestion = {
  /** `none`: without an answer; `changed`: its author has written other words since. */
  state: AnswerState | 'none' | 'changed' | ''
  decision: Decision | ''
  /** `tere`: on the whole; otherwise the lineage of an article. */
  article: string
  channel: Channel | ''
  kind: (typeof KINDS)[number] | ''
  /** The code of a group. */
  group: string
  /** Proposed by others: this official may decide it. */
  mine: boolean
}

export const WORK_STATES = ['none', ...ANSWER_STATES, 'changed'] as const

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CODE = /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/

export const readWorkQuestion = (query: Record<string, string | undefined>): WorkQuestion => ({
  state: WORK_STATES.find((one) => one === query.gjendja) ?? '',
  decision: DECISIONS.find((one) => one === query.vendimi) ?? '',
  article: query.neni === 'tere' || UUID.test(query.neni ?? '') ? (query.neni ?? '') : '',
  channel: CHANNELS.find((one) => one === query.kanali) ?? '',
  kind: KINDS.find((one) => one === query.lloji) ?? '',
  group: CODE.test((query.grupi ?? '').trim().toUpperCase()) ? (query.grupi ?? '').trim().toUpperCase() : '',
  mine: query.imja === 'po',
})

/** `gjendja=none&lloji=late`; empty where nothing is narrowed. */
export function workQuery(question: WorkQuestion): string {
  const words = new URLSearchParams()
  if (question.state) words.set('gjendja', question.state)
  if (question.decision) words.set('vendimi', question.decision)
  if (question.article) words.set('neni', question.article)
  if (question.channel) words.set('kanali', question.channel)
  if (question.kind) words.set('lloji', question.kind)
  if (question.group) words.set('grupi', question.group)
  if (question.mine) words.set('imja', 'po')
  return words.toString()
}
