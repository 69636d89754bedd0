import type { SittingTexts } from './texts.sq.ts'

type Names = {
  names: ReadonlyMap<string, string>
  itemTitles: ReadonlyMap<string, string>
}
type Row = { kind: string; body: Record<string, unknown> }

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** What an event says in a line, after the words of its kind. */
export function saidOf({ kind, body }: Row, { names, itemTitles }: Names, texts: SittingTexts): string {
  const person = names.get(asText(body.person)) ?? ''
  const item = itemTitles.get(asText(body.item)) ?? ''
  switch (kind) {
    case 'roll-called':
      return texts.rollTold(lengthOf(body.present), lengthOf(body.remote), lengthOf(body.excused))
    case 'arrived':
      return body.remote === true ? `${person} (${texts.presence.remote})` : person
    case 'item-added':
      return asText(body.title)
    case 'speaker-called':
      return asText(body.name) || person
    case 'motion-moved':
    case 'noted':
      return asText(body.words)
    case 'conflict-declared':
    case 'conflict-lifted':
      return [person, item].filter(Boolean).join(', ')
    case 'vote-opened':
      return asText(body.question)
    case 'doors-closed':
      return asText(body.publicTitle)
    case 'corrected':
    case 'reopened':
    case 'vote-cancelled':
      return asText(body.reason)
    default:
      return person || item
  }
}

export const kindWords = (kind: string, { events }: SittingTexts): string =>
  Object.entries(events).find(([name]) => name === kind)?.[1] ?? kind
