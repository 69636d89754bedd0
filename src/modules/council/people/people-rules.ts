/** The kinds of records of people, as their references begin. */
export const PARTY_KIND = 'council.party'
export const PAYMENT_KIND = 'council.payment'
export const AFFILIATION_KIND = 'council.affiliation'
export const STAFF_KIND = 'council.staff'
export const PAIR_KIND = 'council.person-pair'

export const END_KINDS = [
  'term-ended',
  'resigned',
  'died',
  'incompatible',
  'convicted',
  'absent',
  'moved',
  'other',
] as const
export type EndKind = (typeof END_KINDS)[number]

export const CONTACT_TYPES = ['email', 'phone', 'facebook', 'instagram', 'x', 'web', 'other'] as const
export type ContactType = (typeof CONTACT_TYPES)[number]
export type Contact = { type: ContactType; value: string }

export const PARTY_KINDS = ['party', 'coalition', 'independents', 'group'] as const
export const PAYMENT_KINDS = ['allowance', 'meeting', 'commission', 'travel', 'reward', 'other'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]
export const GENDERS = ['female', 'male', 'other'] as const
export const CHOICES = ['for', 'against', 'abstain', 'not-voting'] as const
export const COUNCILLOR_STATES = ['draft', 'published', 'taken-down'] as const
export type CouncillorState = (typeof COUNCILLOR_STATES)[number]

/** Parts of the address of the public list that are no councillor. */
export const RESERVED_SLUGS = ['organet', 'zgjedhjet', 'sekretaria', 'pagesat', 'anetaresimet', 'pjesemarrja']

/** How long private addresses are kept after the last mandate: the installation's own decision, in days. */
export const PRIVATE_KEPT_DAYS = 180

export type Span = { fromOn: string; toOn: string | null }

/** First and last day count. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.toOn === null || a.toOn >= b.fromOn) && (b.toOn === null || b.toOn >= a.fromOn)

export const holdsOn = ({ fromOn, toOn }: Span, day: string): boolean => fromOn <= day && (toOn === null || toOn >= day)

export type MandateRefusal = 'outside-term' | 'held-already' | 'no-seat'

/** Why a mandate cannot be given, or null: within its term, one at a time for a person, no more than there are seats. */
export function refusalToGive(
  term: { seats: number; fromOn: string; toOn: string | null },
  mandate: Span & { personId: string },
  others: readonly (Span & { personId: string })[],
): MandateRefusal | null {
  if (mandate.fromOn < term.fromOn || (term.toOn !== null && (mandate.toOn ?? term.toOn) > term.toOn))
    return 'outside-term'
  const beside = others.filter((other) => overlap(other, mandate))
  if (beside.some((other) => other.personId === mandate.personId)) return 'held-already'
  // The fullest day is one on which some mandate begins.
  const days = [mandate.fromOn, ...beside.map(({ fromOn }) => fromOn)].filter((day) => holdsOn(mandate, day))
  const fullest = Math.max(...days.map((day) => beside.filter((other) => holdsOn(other, day)).length))
  return fullest >= term.seats ? 'no-seat' : null
}

export type EndRefusal = 'ended-already' | 'before-it-began'

/** Why a mandate cannot end on that day, or null. */
export function refusalToEndMandate(mandate: Span, toOn: string): EndRefusal | null {
  if (mandate.toOn !== null) return 'ended-already'
  return toOn < mandate.fromOn ? 'before-it-began' : null
}

export type FollowRefusal = 'other-term' | 'same-person' | 'still-held' | 'replaced-already' | 'follows-too-early'
type Held = Span & { termId: string; personId: string; replacedBy: string | null }

/** Why somebody cannot take the seat of this mandate, or null. */
export function refusalToFollow(
  before: Held | null,
  next: { termId: string; personId: string; fromOn: string },
): FollowRefusal | null {
  if (before?.termId !== next.termId) return 'other-term'
  if (before.personId === next.personId) return 'same-person'
  if (before.toOn === null) return 'still-held'
  if (before.replacedBy !== null) return 'replaced-already'
  return next.fromOn <= before.toOn ? 'follows-too-early' : null
}

/** `Arta Gjoni` → `arta-gjoni`; the second of the same name gets a number. */
export function slugOfPerson(name: string, nth: number): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '')
  const free = words.length < 2 || RESERVED_SLUGS.includes(words) ? `anetar-${words}`.replace(/-$/, '') : words
  return nth === 1 ? free : `${free}-${nth}`
}

/** `email: a@b.c` or the bare address, one a line; null: a line that says nothing of either kind. */
export function readContacts(words: string): Contact[] | null {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map(readContact)
  return read.length > 12 || read.includes(null) ? null : read.flatMap((one) => one ?? [])
}

function readContact(line: string): Contact | null {
  const labelled =
    /^(email|e-mail|e-posta|phone|tel|telefon|facebook|instagram|x|web|other)\s*:\s*(?!\/\/)(\S.*)$/i.exec(line)
  const [label, value] = labelled ? [labelled[1]?.toLowerCase() ?? '', labelled[2] ?? ''] : ['', line]
  if (value.length > 300) return null
  const type = label === '' ? typeOf(value) : (LABELS[label] ?? null)
  if (type === null) return null
  if (type === 'email' && !EMAIL.test(value)) return null
  if (['facebook', 'instagram', 'x', 'web'].includes(type) && !/^https?:\/\/[^\s]+\.[^\s]+$/.test(value)) return null
  return { type, value }
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const LABELS: Record<string, ContactType> = {
  email: 'email',
  'e-mail': 'email',
  'e-posta': 'email',
  phone: 'phone',
  tel: 'phone',
  telefon: 'phone',
  facebook: 'facebook',
  instagram: 'instagram',
  x: 'x',
  web: 'web',
  other: 'other',
}

function typeOf(value: string): ContactType | null {
  if (EMAIL.test(value)) return 'email'
  if (/^[+0-9()/\s-]{5,40}$/.test(value)) return 'phone'
  if (!/^https?:\/\/[^\s]+\.[^\s]+$/.test(value)) return null
  if (/facebook\.com/.test(value)) return 'facebook'
  if (/instagram\.com/.test(value)) return 'instagram'
  return /\/\/(www\.)?(x|twitter)\.com/.test(value) ? 'x' : 'web'
}

/** The same, to be typed again. */
export const contactLines = (contacts: readonly Contact[]): string =>
  contacts.map(({ type, value }) => (typeOf(value) === type ? value : `${type}: ${value}`)).join('\n')

export type ResultLine = { listName: string; votes: number | null; seats: number }

/** `Lista; 1 234; 5`, one list a line; votes may be missing. The number of the first line that cannot be read. */
export function readResults(words: string): ResultLine[] | { line: number } {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read: ResultLine[] = []
  for (const [index, line] of lines.entries()) {
    const [listName = '', votes = '', seats = '', ...more] = line.split(/[;\t|]/).map((one) => one.trim())
    const [counted, sat] = [numberIn(votes), numberIn(seats)]
    const unread = (votes !== '' && counted === null) || sat === null || more.length > 0
    if (listName.length < 2 || listName.length > 200 || unread) return { line: index + 1 }
    read.push({ listName, votes: counted, seats: sat })
  }
  return read
}

export const resultLines = (results: readonly ResultLine[]): string =>
  results.map(({ listName, votes, seats }) => `${listName}; ${votes ?? ''}; ${seats}`).join('\n')

/** A whole number as people write it: `1 234`, `1.234`; null: none. */
export function numberIn(words: string): number | null {
  const plain = words.replaceAll(/[\s.\u00a0\u202f]/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

/** Money as people write it: `25 000,50`; the words that the database reads, or null. */
export function moneyIn(words: string): string | null {
  const plain = words.replaceAll(/[\s\u00a0\u202f]/g, '')
  const thousands = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(plain) ? plain.replaceAll('.', '') : plain
  const read = thousands.replace(',', '.')
  return /^\d{1,11}(\.\d{1,2})?$/.test(read) ? read : null
}
