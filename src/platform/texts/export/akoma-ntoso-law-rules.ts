import type { ExportedLaw, LegislationRelation } from '../legislation-rules.ts'
import type { ExportedText } from './exported-text.ts'
import { element, xmlWords } from './xml-words-rules.ts'

/** What Akoma Ntoso says of an act besides its words: its life, what it does to others, and who signed it. */

type Lawful = ExportedText & { law: ExportedLaw }

export const hasLaw = (text: ExportedText): text is Lawful => text.law !== undefined

/** From which day the words of this version hold, else the day on which they were published. */
export const expressionDay = (text: ExportedText): string => text.law?.state?.from ?? text.version.publishedOn

/** Adopted, changed, repealed: each by the act that did it, where it is known. */
export function lifeEvents({ law, history }: Lawful, institution: string): string {
  const first = law.adoptedOn ?? history[0]?.publishedOn ?? ''
  const changed = law.states.filter(({ role }) => role === 'consolidated')
  const ended =
    law.inForceTo === null ? [] : [{ date: law.inForceTo, type: 'repeal', source: endOf(law) ?? institution }]
  const events = [
    { date: first, type: 'generation', source: institution },
    ...changed.map(({ from, versionId }) => ({
      date: from ?? first,
      type: 'amendment',
      source: changeOf(law, versionId) ?? institution,
    })),
    ...ended,
  ]
  return events.map((one, at) => element('eventRef', { eId: `meta__lifecycle__eventRef_${at + 1}`, ...one })).join('')
}

const refAt = (at: number): string => `#relation_${at + 1}`

function changeOf({ relations }: ExportedLaw, versionId: string): string | null {
  const at = relations.findIndex(({ direction, carriedOutIn }) => direction === 'back' && carriedOutIn === versionId)
  return at < 0 ? null : refAt(at)
}

function endOf({ relations }: ExportedLaw): string | null {
  const at = relations.findIndex(
    ({ direction, kind }) => direction === 'back' && (kind === 'repeals' || kind === 'replaces'),
  )
  return at < 0 ? null : refAt(at)
}

/** The kind of a modification, and its type within it. */
const MODIFICATIONS: Record<LegislationRelation['kind'], readonly [element: string, type: string]> = {
  amends: ['textualMod', 'substitution'],
  corrects: ['textualMod', 'substitution'],
  'repeals-partly': ['textualMod', 'repeal'],
  repeals: ['forceMod', 'endOfEnactment'],
  replaces: ['forceMod', 'endOfEnactment'],
  suspends: ['efficacyMod', 'inapplication'],
  implements: ['legalSystemMod', 'implementation'],
}

/** What it changes in other acts, and what they change in it. Nothing where it stands alone. */
export function modifications({ law, addresses }: Lawful, institution: string): string {
  const root = originOf(addresses.record)
  const of = (direction: 'forth' | 'back') =>
    law.relations
      .map((one, at) => ({ one, at }))
      .filter(({ one }) => one.direction === direction)
      .map(({ one, at }) => modification(one, at, { own: addresses.record, other: hrefOf(one, root, at) }))
      .join('')
  const [active, passive] = [of('forth'), of('back')]
  const inside = [
    active === '' ? '' : element('activeModifications', {}, active),
    passive === '' ? '' : element('passiveModifications', {}, passive),
  ].join('')
  return inside === '' ? '' : element('analysis', { source: institution }, inside)
}

function modification(one: LegislationRelation, at: number, { own, other }: { own: string; other: string }): string {
  const [name, type] = MODIFICATIONS[one.kind]
  const [source, destination] = one.direction === 'forth' ? [own, other] : [other, own]
  // Nobody has written the change into the words yet.
  const incomplete = name === 'textualMod' && one.direction === 'back' && one.carriedOutIn === null ? 'true' : null
  return element(
    name,
    { type, eId: `meta__modification_${at + 1}`, incomplete, refersTo: refAt(at) },
    element('source', { eId: `meta__modification_${at + 1}__source`, href: source }) +
      element('destination', { eId: `meta__modification_${at + 1}__destination`, href: destination }),
  )
}

const originOf = (address: string): string => new URL(address).origin

/** Of one that is not kept here the place in this file where it is named. */
const hrefOf = ({ href }: LegislationRelation, root: string, at: number): string =>
  href === null ? refAt(at) : root + href

/** The other acts, those who signed, and what they sign as. */
export function lawReferences({ law, addresses }: Lawful): string {
  const root = originOf(addresses.record)
  const others = law.relations.map((one, at) =>
    element(one.direction === 'forth' ? 'activeRef' : 'passiveRef', {
      eId: `relation_${at + 1}`,
      href: one.href === null ? `${addresses.record}#lidhjet` : root + one.href,
      showAs: one.name,
    }),
  )
  const people = law.signers.flatMap(({ id, role, name }) => [
    element('TLCPerson', { eId: `person_${id}`, href: `/akn/ontology/person/${id}`, showAs: name }),
    element('TLCRole', { eId: `role_${id}`, href: `/akn/ontology/role/${id}`, showAs: role }),
  ])
  return [...others, ...people].join('')
}

/** Where the text itself does not end with the names of those who signed it. */
export function signatures({ law }: Lawful): string {
  if (law.signers.length === 0) return ''
  const lines = law.signers.map(({ id, role, name }) =>
    element(
      'p',
      {},
      element(
        'signature',
        { eId: `signature_${id}` },
        `${element('role', { eId: `signature_${id}__role`, refersTo: `#role_${id}` }, xmlWords(role))} ${element('person', { eId: `signature_${id}__person`, refersTo: `#person_${id}`, as: `#role_${id}` }, xmlWords(name))}`,
      ),
    ),
  )
  return element('conclusions', {}, lines.join(''))
}
