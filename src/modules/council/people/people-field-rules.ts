import { END_KINDS, GENDERS, PARTY_KINDS, PAYMENT_KINDS, type Contact } from './people-rules.ts'

/** What one field of a form holds, and how long it may be. */
export type Field = {
  /** In the form. */
  name: string
  /** In the value, and the key of its words. */
  key: string
  kind: 'words' | 'long' | 'day' | 'choice' | 'number' | 'money' | 'yes' | 'email' | 'url' | 'contacts'
  least?: number
  most?: number
  required?: true
  /** The choices, where they are known here; else the page gives them: ids. */
  options?: readonly string[]
}

type Bare<F extends Field> = F['kind'] extends 'number'
  ? number
  : F extends { options: readonly (infer Option)[] }
    ? Option
    : string

type Value<F extends Field> = F['kind'] extends 'yes'
  ? boolean
  : F['kind'] extends 'contacts'
    ? Contact[]
    : F extends { required: true }
      ? Bare<F>
      : Bare<F> | null

/** What a form with these fields gives when nothing is wrong with it. */
export type ValueOf<Fields extends readonly Field[]> = { [F in Fields[number] as F['key']]: Value<F> }

export const LANGS = ['sq', 'en', 'sr'] as const
export const CURRENCIES = ['ALL', 'EUR'] as const

export const COUNCILLOR_FIELDS = [
  { name: 'emri', key: 'name', kind: 'words', least: 2, most: 120, required: true },
  { name: 'emri-vet', key: 'givenName', kind: 'words', least: 1, most: 80 },
  { name: 'mbiemri', key: 'familyName', kind: 'words', least: 1, most: 80 },
  { name: 'profesioni', key: 'profession', kind: 'words', least: 2, most: 200 },
  { name: 'biografia', key: 'biography', kind: 'long', least: 2, most: 10000 },
  { name: 'biografia-en', key: 'biographyEn', kind: 'long', least: 2, most: 10000 },
  { name: 'kontaktet', key: 'contacts', kind: 'contacts', most: 4000 },
  { name: 'posta', key: 'email', kind: 'email', most: 254 },
  { name: 'telefoni', key: 'phone', kind: 'words', least: 5, most: 40 },
  { name: 'adresa', key: 'postal', kind: 'long', least: 5, most: 400 },
  { name: 'gjuha', key: 'lang', kind: 'choice', options: LANGS, required: true },
  { name: 'gjinia', key: 'gender', kind: 'choice', options: GENDERS },
  { name: 'gjinia-publike', key: 'genderPublic', kind: 'yes' },
] as const satisfies readonly Field[]

export const TERM_FIELDS = [
  { name: 'organi', key: 'bodyId', kind: 'choice', required: true },
  { name: 'titulli', key: 'name', kind: 'words', least: 2, most: 120, required: true },
  { name: 'vende', key: 'seats', kind: 'number', least: 1, most: 1000, required: true },
  { name: 'nga', key: 'fromOn', kind: 'day', required: true },
  { name: 'deri', key: 'toOn', kind: 'day' },
  { name: 'konstituimi', key: 'constitutedOn', kind: 'day' },
  { name: 'zgjedhjet', key: 'electionOn', kind: 'day' },
  { name: 'burimi', key: 'electionSource', kind: 'words', least: 3, most: 500 },
  { name: 'zgjedhes', key: 'voters', kind: 'number', least: 1, most: 100000000 },
  { name: 'votuan', key: 'votesCast', kind: 'number', least: 0, most: 100000000 },
  { name: 'rezultatet', key: 'results', kind: 'long', most: 20000 },
] as const satisfies readonly Field[]

export const MANDATE_FIELDS = [
  { name: 'mandati', key: 'termId', kind: 'choice', required: true },
  { name: 'nga', key: 'fromOn', kind: 'day', required: true },
  { name: 'partia', key: 'partyId', kind: 'choice' },
  { name: 'lista', key: 'listName', kind: 'words', least: 2, most: 200 },
  { name: 'zona', key: 'area', kind: 'words', least: 2, most: 200 },
  { name: 'zevendeson', key: 'replaces', kind: 'choice' },
] as const satisfies readonly Field[]

export const END_FIELDS = [
  { name: 'deri', key: 'toOn', kind: 'day', required: true },
  { name: 'arsyeja', key: 'endKind', kind: 'choice', options: END_KINDS, required: true },
  { name: 'shenim', key: 'endNote', kind: 'words', least: 3, most: 500 },
] as const satisfies readonly Field[]

export const PARTY_FIELDS = [
  { name: 'emri', key: 'name', kind: 'words', least: 2, most: 200, required: true },
  { name: 'emri-en', key: 'nameEn', kind: 'words', least: 2, most: 200 },
  { name: 'shkurt', key: 'shortName', kind: 'words', least: 1, most: 30 },
  { name: 'lloji', key: 'kind', kind: 'choice', options: PARTY_KINDS, required: true },
] as const satisfies readonly Field[]

export const STAFF_FIELDS = [
  { name: 'emri', key: 'name', kind: 'words', least: 2, most: 120, required: true },
  { name: 'detyra', key: 'post', kind: 'words', least: 2, most: 200, required: true },
  { name: 'detyra-en', key: 'postEn', kind: 'words', least: 2, most: 200 },
  { name: 'biografia', key: 'biography', kind: 'long', least: 2, most: 10000 },
  { name: 'kontaktet', key: 'contacts', kind: 'contacts', most: 4000 },
  { name: 'radha', key: 'ordinal', kind: 'number', least: 1, most: 1000 },
  { name: 'nga', key: 'fromOn', kind: 'day' },
  { name: 'deri', key: 'toOn', kind: 'day' },
  { name: 'gjinia', key: 'gender', kind: 'choice', options: GENDERS },
  { name: 'gjinia-publike', key: 'genderPublic', kind: 'yes' },
] as const satisfies readonly Field[]

export const PAYMENT_FIELDS = [
  { name: 'anetari', key: 'personId', kind: 'choice', required: true },
  { name: 'nga', key: 'fromOn', kind: 'day', required: true },
  { name: 'deri', key: 'toOn', kind: 'day', required: true },
  { name: 'lloji', key: 'kind', kind: 'choice', options: PAYMENT_KINDS, required: true },
  { name: 'shuma', key: 'amount', kind: 'money', required: true },
  { name: 'monedha', key: 'currency', kind: 'choice', options: CURRENCIES, required: true },
  { name: 'shenim', key: 'note', kind: 'words', least: 2, most: 300 },
] as const satisfies readonly Field[]

export const AFFILIATION_FIELDS = [
  { name: 'emri', key: 'organisation', kind: 'words', least: 2, most: 200, required: true },
  { name: 'emri-en', key: 'organisationEn', kind: 'words', least: 2, most: 200 },
  { name: 'faqja', key: 'url', kind: 'url', most: 500 },
  { name: 'qellimi', key: 'purpose', kind: 'long', least: 2, most: 1000 },
  { name: 'nga', key: 'fromOn', kind: 'day' },
  { name: 'deri', key: 'toOn', kind: 'day' },
  { name: 'perfaqesuesi', key: 'personId', kind: 'choice' },
] as const satisfies readonly Field[]

export type CouncillorForm = ValueOf<typeof COUNCILLOR_FIELDS>
export type TermForm = ValueOf<typeof TERM_FIELDS>
export type MandateForm = ValueOf<typeof MANDATE_FIELDS>
export type EndForm = ValueOf<typeof END_FIELDS>
export type PartyForm = ValueOf<typeof PARTY_FIELDS>
export type StaffForm = ValueOf<typeof STAFF_FIELDS>
export type PaymentForm = ValueOf<typeof PAYMENT_FIELDS>
export type AffiliationForm = ValueOf<typeof AFFILIATION_FIELDS>

/** The registers beside the councillors, by their word in the address. */
export const REGISTERS = {
  partite: PARTY_FIELDS,
  sekretaria: STAFF_FIELDS,
  pagesat: PAYMENT_FIELDS,
  anetaresimet: AFFILIATION_FIELDS,
} as const
export type Register = keyof typeof REGISTERS
export const REGISTER_WORDS = ['partite', 'sekretaria', 'pagesat', 'anetaresimet'] as const
