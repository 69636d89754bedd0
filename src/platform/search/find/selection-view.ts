import type { Queryable } from '../../db/database.ts'
import { isUuid } from '../../http/field-rules.ts'
import type { Lang } from '../../i18n/language.ts'
import type { Services } from '../../services.ts'
import { tsqueryOf } from '../analysis/analyse-rules.ts'
import type { SearchSource } from '../search-source.ts'
import { SELECTION_FIELDS, type Selection } from '../selection-rules.ts'
import { findSelected, listNames, type Selected } from './find-queries.ts'
import { MOST_SIGNS } from './search-question-rules.ts'
import { kindWords, stateWords } from './source-words-rules.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import { SELECTION_TEXTS } from './selection-texts.ts'

/** Whom a search asks: the sources stand at the doors. */
export type Search = { services: Services; sources: readonly SearchSource[]; lang: Lang }

export type SelectionFault = 'too-long' | 'no-such-value'
export type SelectionFaults = Partial<Record<keyof Selection, SelectionFault>>

/** `wrong`: what was typed stays in `selection` as far as it has a sense, and in `typed` as it came. */
export type ReadSelection =
  { kind: 'read'; selection: Selection } | { kind: 'wrong'; selection: Selection; faults: SelectionFaults }

/** What an address selects. What has no sense is named, never left aside: who follows it would follow something else. */
export function readSelection(query: Readonly<Record<string, string | undefined>>): ReadSelection {
  const given = (name: keyof Selection) => clean(query[SELECTION_FIELDS[name]] ?? '')
  const faults: SelectionFaults = {}
  const shaped = (name: keyof Selection, isRight: (words: string) => boolean): string | null => {
    const words = given(name)
    if (words === '') return null
    if (isRight(words)) return words
    faults[name] = 'no-such-value'
    return null
  }
  const words = given('words')
  if ([...words].length > MOST_SIGNS) faults.words = 'too-long'
  const year = shaped('year', (typed) => /^(19|20)\d{2}$/.test(typed))
  const selection: Selection = {
    words: [...words].slice(0, 10 * MOST_SIGNS).join(''),
    matter: shaped(
      'matter',
      (typed) => /^[a-z-]{1,40}\.[a-z-]{1,40}:/.test(typed) && isUuid(typed.split(':')[1] ?? ''),
    ),
    kind: shaped('kind', isName),
    institution: shaped('institution', (typed) => /^[a-z0-9-]{1,60}$/.test(typed)),
    year: year === null ? null : Number(year),
    topic: shaped('topic', isUuid),
    place: shaped('place', isUuid),
    state: shaped('state', isName),
  }
  return Object.keys(faults).length > 0 ? { kind: 'wrong', selection, faults } : { kind: 'read', selection }
}

const isName = (words: string): boolean => /^[a-z-]{2,40}$/.test(words)

/** Signs that nobody sees or that PostgreSQL refuses are no part of what somebody looks for. */
const clean = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export type Resolution =
  | { kind: 'resolved'; resolved: ResolvedSelection }
  /** Words that no list knows: another kind, institution, topic, place or state than there are. */
  | { kind: 'unknown'; faults: SelectionFaults }

/**
 * The selection as the index knows it. `exactly`: without the words that mean the same. It is the same in every language
 * of the page: who follows a search finds by it whatever is published.
 */
export async function resolveSelection(
  db: Queryable,
  sources: readonly SearchSource[],
  selection: Selection,
  { exactly = false }: { exactly?: boolean } = {},
): Promise<Resolution> {
  const needs = selection.institution !== null || selection.topic !== null || selection.place !== null
  const selected = needs ? await findSelected(db, selection) : NOTHING_SELECTED
  const faults = unknownIn(selection, selected, sources)
  if (Object.keys(faults).length > 0) return { kind: 'unknown', faults }
  return {
    kind: 'resolved',
    resolved: {
      selection,
      tsquery: tsqueryText(selection.words, exactly),
      matter: selection.matter,
      kind: selection.kind,
      institutionId: selected.institutionId,
      year: selection.year,
      state: selection.state,
      topics: selection.topic === null ? null : selected.topics,
      places: selection.place === null ? null : selected.places,
    },
  }
}

const NOTHING_SELECTED: Selected = { institutionId: null, topics: [], places: [] }

/** Null: no words were typed. What cannot be looked for finds nothing, and never everything. */
export function tsqueryText(words: string, exactly: boolean): string | null {
  if (words === '') return null
  return tsqueryOf(words, { lang: 'sq', synonyms: !exactly })?.tsquery ?? NOTHING
}

const NOTHING = "'='"

function unknownIn(selection: Selection, selected: Selected, sources: readonly SearchSource[]): SelectionFaults {
  const none = (field: keyof Selection, known: boolean): SelectionFaults =>
    selection[field] === null || known ? {} : { [field]: 'no-such-value' as const }
  return {
    ...none(
      'kind',
      sources.some(({ kinds }) => Object.hasOwn(kinds, selection.kind ?? '')),
    ),
    ...none(
      'state',
      sources.some(({ states }) => Object.hasOwn(states, selection.state ?? '')),
    ),
    ...none('institution', selected.institutionId !== null),
    ...none('topic', selected.topics.length > 0),
    ...none('place', selected.places.length > 0),
  }
}

/** A sentence that names a selection: "Konsultime me fjalët «ujë i pijshëm», të Bashkisë Bregas, 2026". */
export async function wordsOfSelection(
  db: Queryable,
  lang: Lang,
  selection: Selection,
  sources: readonly SearchSource[],
): Promise<string> {
  const t = SELECTION_TEXTS[lang]
  const names = await namesOfSelection(db, lang, selection)
  const kind = selection.kind === null ? null : kindWords(sources, lang, selection.kind).many
  const parts = [
    selection.words === '' ? null : t.words(selection.words),
    selection.matter === null ? null : t.matter(names.matter ?? t.gone),
    selection.institution === null ? null : t.institution(names.institution ?? selection.institution),
    selection.topic === null ? null : t.topic(names.topic ?? t.gone),
    selection.place === null ? null : t.place(names.place ?? t.gone),
    selection.state === null ? null : t.state(stateWords(sources, lang, selection.state)),
    selection.year === null ? null : t.year(selection.year),
  ].filter((part) => part !== null)
  const head = kind ?? t.everything
  return [head.charAt(0).toLocaleUpperCase('sq') + head.slice(1), ...parts].join(', ')
}

type SelectionNames = Record<'institution' | 'topic' | 'place' | 'matter', string | null>

async function namesOfSelection(db: Queryable, lang: Lang, selection: Selection): Promise<SelectionNames> {
  const { institution, topic, place, matter } = selection
  const list = (value: string | null) => (value === null ? [] : [value])
  const asked = {
    slugs: list(institution),
    institutions: [],
    topics: list(topic),
    places: list(place),
    matters: list(matter),
  }
  const known = asked.slugs.length + asked.topics.length + asked.places.length + asked.matters.length > 0
  const names = known ? await listNames(db, lang, asked) : []
  const of = (field: string) => names.find((one) => one.field === field)?.name ?? null
  return { institution: of('institution'), topic: of('topic'), place: of('place'), matter: of('matter') }
}
