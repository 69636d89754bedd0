import {
  INSTITUTION_KINDS,
  JURISDICTIONS,
  STANDINGS,
  type InstitutionKind,
  type Jurisdiction,
  type Standing,
} from '#platform/institutions/institution-rules.ts'

/** What somebody asked of the directory, as it stands in the address. Unknown values are left aside, never an error. */
export type DirectoryQuestion = {
  words: string
  kind: InstitutionKind | null
  jurisdiction: Jurisdiction | null
  standing: Standing | null
  closed: boolean
  after: string
}

/** Under three letters the index of words has nothing to look by. */
export const isTooShort = (words: string): boolean => words !== '' && [...words].length < 3

export function readDirectoryQuestion(query: Record<string, string | undefined>): DirectoryQuestion {
  return {
    words: (query.q ?? '').normalize('NFC').trim().slice(0, 100),
    kind: INSTITUTION_KINDS.find((one) => one === query.lloji) ?? null,
    jurisdiction: JURISDICTIONS.find((one) => one === query.shteti) ?? null,
    standing: STANDINGS.find((one) => one === query.qendrimi) ?? null,
    closed: query.mbyllur === 'po',
    after: query.pas ?? '',
  }
}

export const isNarrowed = ({ words, kind, jurisdiction, standing, closed }: DirectoryQuestion): boolean =>
  words !== '' || kind !== null || jurisdiction !== null || standing !== null || closed

/** The address of the same question, after an entry. */
export function directoryAddress(question: DirectoryQuestion, after: string | null): string {
  const address = new URLSearchParams()
  if (question.words) address.set('q', question.words)
  if (question.kind) address.set('lloji', question.kind)
  if (question.jurisdiction) address.set('shteti', question.jurisdiction)
  if (question.standing) address.set('qendrimi', question.standing)
  if (question.closed) address.set('mbyllur', 'po')
  if (after) address.set('pas', after)
  return address.toString()
}
