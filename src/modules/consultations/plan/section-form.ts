import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import { ACT_KINDS } from '../consultation-rules.ts'
import {
  ACTIVITY_KINDS,
  CATEGORIES,
  CHANNELS,
  COUNTING_TOOLS,
  CURRENCIES,
  FINDINGS,
  INDICATORS,
  JUDGING_TOOLS,
  LIMITS,
  METHODS,
  PROCESS_QUESTIONS,
  RESPONSE_KINDS,
  TYPES,
  type Monitoring,
  type Resources,
  type Responses,
  type Scope,
  type Section,
  type SectionContents,
  type Timeline,
} from './content-rules.ts'
import {
  amount,
  boxes,
  choice,
  count,
  lines,
  list,
  optional,
  optionalYear,
  partialDay,
  required,
  ticked,
  together,
  wholeNumber,
  yearField,
  yesOrNo,
  type Field,
  type FieldWords,
} from './field-form.ts'

/** The five sections as forms. The names of fields are those that the pages write. */

const LONG = LIMITS.words
const notes = ['shenime', lines(LONG)] as const

/** What a row holds although nobody touched it. */
const SILENT = {
  audience: ['lloji', ...Array.from({ length: LIMITS.rows }, (_, at) => `veprimtari-${at + 1}-lloji`)],
  planned: ['lloji'],
  activity: ['lloji', 'gjendja'],
}

/** Fields that a row of this list holds although nobody chose them: `audienca`, `audienca-2-veprimtari`. */
export function silentOf(name: string): readonly string[] {
  if (name === 'audienca') return SILENT.audience
  if (name === 'aktivitet') return SILENT.activity
  return name.endsWith('-veprimtari') ? SILENT.planned : []
}

const held: Field<boolean> = {
  read: (reading, name) => reading.typed[name] === 'mbajtur',
  write: (value, name) => ({ [name]: value ? 'mbajtur' : 'planifikuar' }),
}

const currency: Field<(typeof CURRENCIES)[number] | null> = {
  read: (reading, name) => CURRENCIES.find((one) => one === reading.typed[name]) ?? null,
  write: (value, name) => ({ [name]: value ?? '' }),
}

/** What older papers do not tell becomes known when the section is saved. */
const tickedOrUnknown: Field<boolean | null> = {
  read: ticked.read,
  write: (value, name) => ticked.write(value === true, name),
}

const scope: Field<Scope> = together({
  title: ['titulli', required(300, 5)],
  titleEn: ['titulli-en', optional(300)],
  actKind: ['lloji', choice(ACT_KINDS)],
  periods: [
    'periudha',
    list(together({ what: ['emri', required()], from: ['nga', yearField], to: ['deri', optionalYear] })),
  ],
  audiences: [
    'audienca',
    list(
      together({
        name: ['emri', required()],
        type: ['lloji', choice(TYPES)],
        categories: ['kategorite', boxes(CATEGORIES)],
        otherCategories: ['kategori-te-tjera', lines()],
        methods: ['metodat', boxes(METHODS)],
        otherMethods: ['metoda-te-tjera', lines()],
        methodsNote: ['metodat-fjale', optional(LONG)],
        channels: ['kanalet', boxes(CHANNELS)],
        otherChannels: ['kanale-te-tjera', lines()],
        channelsNote: ['kanalet-fjale', optional(LONG)],
        planned: [
          'veprimtari',
          list(
            together({
              kind: ['lloji', choice(ACTIVITY_KINDS)],
              count: ['numri', count],
              words: ['fjale', optional()],
            }),
            SILENT.planned,
          ),
        ],
      }),
      SILENT.audience,
    ),
  ],
  coordinator: ['', together({ role: ['roli', optional()], address: ['adresa', optional()] })],
  notes,
})

const timeline: Field<Timeline> = together({
  orders: [
    'urdher',
    list(
      together({
        issuer: ['leshuar', required()],
        number: ['numri', optional()],
        date: ['data', partialDay],
        subject: ['objekti', required(LONG)],
      }),
    ),
  ],
  groups: [
    'grup',
    list(
      together({
        name: ['emri', required()],
        chair: ['kryeson', optional()],
        order: ['urdheri', optional()],
        members: ['anetaret', lines()],
      }),
    ),
  ],
  secretariat: ['sekretariati', optional()],
  activities: [
    'aktivitet',
    list(
      together({
        kind: ['lloji', choice(ACTIVITY_KINDS)],
        held: ['gjendja', held],
        from: ['nga', partialDay],
        to: ['deri', partialDay],
        topic: ['tema', required(LONG)],
        place: ['vendi', optional()],
        organiser: ['organizon', optional()],
        supporter: ['mbeshtet', optional()],
        moderator: ['drejton', optional()],
        participants: ['pjesemarres', optional(LONG)],
        outcome: ['perfundimi', optional(LONG)],
      }),
      SILENT.activity,
    ),
  ],
  inputs: ['dokument', list(required(LONG))],
  tracks: ['rruga', list(together({ institution: ['institucioni', optional()], words: ['fjale', required(LONG)] }))],
  notes,
})

const resources: Field<Resources> = together({
  people: [
    'njerez',
    list(together({ role: ['roli', required()], unit: ['njesia', optional()], order: ['urdheri', optional()] })),
  ],
  money: [
    'para',
    list(
      together({
        donor: ['dhurues', required()],
        project: ['projekti', optional()],
        covers: ['mbulon', optional(LONG)],
        amount: ['shuma', amount],
        currency: ['monedha', currency],
      }),
    ),
  ],
  equipment: ['pajisje', list(together({ item: ['sendi', required()], provider: ['siguron', optional()] }))],
  notes,
})

const responses: Field<Responses> = together({
  channels: [
    'kanal',
    list(
      together({
        kind: ['lloji', choice(RESPONSE_KINDS)],
        name: ['emri', optional()],
        address: ['adresa', optional()],
      }),
    ),
  ],
  words: ['fjale', optional(LONG)],
  notes,
})

/** The same fields for each of a closed list, under its name. */
export const each = <Key extends string, Value extends object>(
  keys: readonly Key[],
  field: Field<Value>,
): Field<Record<Key, Value>> => ({
  read: (reading, name) =>
    // One value for each key of the list: that is what the type says.
    Object.fromEntries(keys.map((key) => [key, field.read(reading, `${name}-${key}`)])) as Record<Key, Value>,
  write: (value, name) =>
    Object.assign({}, ...keys.map((key): Typed => field.write(value[key], `${name}-${key}`))) as Typed,
})

/** Of section 5 what its monitoring fills in again. */
export const processField = each(
  PROCESS_QUESTIONS,
  together({ answer: ['po-jo', yesOrNo], measure: ['masa', optional(LONG)] }),
)
export const findingsField = each(
  FINDINGS,
  together({
    name: ['emri', optional(LONG)],
    selected: ['zgjedhur', tickedOrUnknown],
    finding: ['gjetja', optional(LONG)],
    measure: ['masa', optional(LONG)],
  }),
)
export const countingToolsField = together({
  selected: ['te-zgjedhura', boxes(COUNTING_TOOLS)],
  other: ['tjeter', optional()],
})
export const judgingToolsField = together({
  selected: ['te-zgjedhura', boxes(JUDGING_TOOLS)],
  other: ['tjeter', optional()],
})

const monitoring: Field<Monitoring> = together({
  process: ['procesi', processField],
  indicators: [
    'tregues',
    each(
      INDICATORS,
      together({
        name: ['emri', optional()],
        selected: ['zgjedhur', ticked],
        plannedWords: ['fjale', optional(LONG)],
        plannedNumber: ['numri', wholeNumber],
        measure: ['masa', optional(LONG)],
      }),
    ),
  ],
  countingTools: ['mjete-sasiore', countingToolsField],
  findings: ['cilesor', findingsField],
  judgingTools: ['mjete-cilesore', judgingToolsField],
  notes,
})

const FORMS: { [N in Section]: Field<SectionContents[N]> } = {
  1: scope,
  2: timeline,
  3: resources,
  4: responses,
  5: monitoring,
}

/** What the words of a section say, or what to mend. */
export function readSection<N extends Section>(
  section: N,
  typed: Typed,
  words: FieldWords,
): Parsed<SectionContents[N]> {
  const errors: FieldErrors = {}
  const value = FORMS[section].read({ typed, errors, words }, '')
  return Object.keys(errors).length > 0 ? { ok: false, errors, typed } : { ok: true, value }
}

export const typedOfSection = <N extends Section>(section: N, content: SectionContents[N]): Typed =>
  FORMS[section].write(content, '')
