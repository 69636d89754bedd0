import { readCivilDate } from '#platform/time/civil-date.ts'

/** A day as it was typed. */
export type TypedDay = { day: string; month: string; year: string }

/** What somebody asks of the log, as it stands in the address. What has no sense is left aside. */
export type LogQuestion = {
  /** The word of an institution in addresses. */
  institution: string
  kind: string
  from: TypedDay
  to: TypedDay
  /** The reference of one record. */
  ref: string
  /** A further page: after the entry of this moment and index. */
  after: LogPlace | null
}

export type LogPlace = { at: Date; index: number }

export function readLogQuestion(query: Record<string, string | undefined>): LogQuestion {
  const { institucioni = '', lloji = '', lenda = '', para = '' } = query
  const day = (name: string): TypedDay => {
    const part = (of: string) => (query[`${name}-${of}`] ?? '').trim().slice(0, 4)
    return { day: part('day'), month: part('month'), year: part('year') }
  }
  return {
    institution: /^[a-z0-9-]{1,60}$/.test(institucioni) ? institucioni : '',
    kind: /^[a-z-]+\.[a-z-]+$/.test(lloji) ? lloji : '',
    from: day('nga'),
    to: day('deri'),
    ref: /^[a-z-]+\.[a-z-]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(lenda) ? lenda : '',
    after: readPlace(para),
  }
}

/** As it stands in an address. */
export const writePlace = ({ at, index }: LogPlace): string => `${at.getTime()}.${index}`

/** Null when somebody has changed it: the list then begins at its beginning. */
function readPlace(words: string): LogPlace | null {
  const [, at, index] = /^(\d{1,14})\.(\d{1,15})$/.exec(words) ?? []
  return at === undefined ? null : { at: new Date(Number(at)), index: Number(index) }
}

/** An index as it stands in addresses: no sign, no zero before it. */
export const readIndex = (words: string): number | null => (/^(?:0|[1-9]\d{0,14})$/.test(words) ? Number(words) : null)

export const isTyped = ({ day, month, year }: TypedDay): boolean => `${day}${month}${year}` !== ''

/** Null: not a day. */
export const dayOf = ({ day, month, year }: TypedDay): string | null =>
  readCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

/** By field, what is wrong with the days; nothing typed is nothing wrong. */
export function dayFaults({ from, to }: Pick<LogQuestion, 'from' | 'to'>): { nga?: 'day'; deri?: 'day' | 'order' } {
  const [first, last] = [dayOf(from), dayOf(to)]
  const wrong = {
    ...(isTyped(from) && first === null && { nga: 'day' as const }),
    ...(isTyped(to) && last === null && { deri: 'day' as const }),
  }
  return first !== null && last !== null && last < first ? { ...wrong, deri: 'order' } : wrong
}

/** It asks for less than the whole log. */
export const isNarrowed = (question: LogQuestion): boolean =>
  question.institution !== '' || question.kind !== '' || isTyped(question.from) || isTyped(question.to)

/** Where the explanations stand too: the page as everybody finds it first. */
export const isPlain = (question: LogQuestion): boolean =>
  !isNarrowed(question) && question.ref === '' && question.after === null
