import { describe, expect, it } from 'vitest'
import { OFFICIAL_KINDS_AND_COUNTRIES } from './letters-testing.ts'
import { defaultTemplate } from './default-templates-texts.ts'
import { enclosuresOf, LETTER_LANGS, readCheckCode, refusalToIssue, showCheckCode } from './official-letter-rules.ts'
import { blocksOf, fillLine, problemsIn, TEMPLATE_FIELDS, type FieldValues } from './template-rules.ts'

const NOTHING = Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, ''])) as FieldValues
const VALUES: FieldValues = { ...NOTHING, adresuesi: 'Ana Shembull', afati: '10 dhjetor 2026' }

describe('the words of a template', () => {
  it('are understood when every field is known and every part closed', () => {
    expect(problemsIn('I nderuar {{ adresuesi }}, {{#afati}}deri më {{afati}}{{/afati}}.')).toEqual([])
  })

  it.each([
    ['{{adresusi}}', 'unknown-field', 'adresusi'],
    ['{{}}', 'unknown-field', ''],
    ['{{#afati}} deri', 'not-closed', 'afati'],
    ['deri {{/afati}}', 'not-opened', 'afati'],
    ['{{#afati}}{{#numri}}x{{/numri}}{{/afati}}', 'nested', 'numri'],
    ['I nderuar {{adresuesi}', 'stray', '{{'],
  ])('%s is refused, and the reason names it', (words, kind, name) => {
    expect(problemsIn(words)).toContainEqual({ kind, name })
  })

  it('become headings, lists and paragraphs, lines kept', () => {
    expect(blocksOf('Një\ndy\n\n## Tre\n- katër\n- pesë\n\n\n \nGjashtë', NOTHING)).toEqual([
      { kind: 'paragraph', lines: ['Një', 'dy'] },
      { kind: 'heading', words: 'Tre' },
      { kind: 'list', items: ['katër', 'pesë'] },
      { kind: 'paragraph', lines: ['Gjashtë'] },
    ])
  })

  it('leave out a part whose field is empty, over several paragraphs too', () => {
    const words = 'Para\n\n{{#afati}}## Afati\n\nDeri më {{afati}}\n\n{{/afati}}Pas'
    expect(blocksOf(words, NOTHING).map((block) => block.kind)).toEqual(['paragraph', 'paragraph'])
    expect(blocksOf(words, VALUES)).toContainEqual({ kind: 'paragraph', lines: ['Deri më 10 dhjetor 2026'] })
  })

  it('take in what a field holds as it is: it is not read again, and makes no heading, list or line', () => {
    const hostile = { ...NOTHING, adresuesi: '## A\n\n- B {{afati}} {{#numri}}', afati: 'KURRË' }
    expect(blocksOf('{{adresuesi}}', hostile)).toEqual([
      { kind: 'paragraph', lines: ['## A - B {{afati}} {{#numri}}'] },
    ])
    expect(fillLine('{{adresuesi}}', hostile)).not.toContain('KURRË')
  })
})

describe('the templates that come with the program', () => {
  it.each(OFFICIAL_KINDS_AND_COUNTRIES)('hold no field that is not known: %s in %s', (kind, jurisdiction) => {
    const template = defaultTemplate(kind, jurisdiction)
    for (const lang of LETTER_LANGS)
      for (const words of Object.values(template[lang])) expect(problemsIn(words)).toEqual([])
  })

  it('name no number of days: a term is what the law of the case says', () => {
    for (const [kind, jurisdiction] of OFFICIAL_KINDS_AND_COUNTRIES)
      expect(JSON.stringify(defaultTemplate(kind, jurisdiction))).not.toMatch(/\d/)
  })

  it('speak of ankim in Albania and of ankesë in Kosovo', () => {
    expect(defaultTemplate('answer', 'AL').sq.remedy).toContain('ankim administrativ')
    expect(defaultTemplate('answer', 'XK').sq.remedy).toContain('ankesë')
  })
})

describe('a check code', () => {
  it('is read however people copy it', () => {
    expect(readCheckCode(' 7k3m–q9tb 42xd ')).toBe('7K3MQ9TB42XD')
    expect(readCheckCode('7K3M-Q9TB-42XD')).toBe('7K3MQ9TB42XD')
    expect(readCheckCode('OIL0-UUUU-0000')).toBe('0110VVVV0000')
    expect(showCheckCode('7K3MQ9TB42XD')).toBe('7K3M-Q9TB-42XD')
  })

  it.each(['', '7K3M-Q9TB', '7K3M-Q9TB-42XD-1', 'ë'.repeat(12), "' or 1=1 --"])('is not %s', (typed) => {
    expect(readCheckCode(typed)).toBeNull()
  })
})

describe('a draft', () => {
  const draft = {
    signatoryName: 'Skënder Prove',
    deadlineOn: null,
    otherLang: null,
    otherSubjectLine: null,
    otherBody: null,
    changedBy: 'a',
  }
  const asked = { today: '2026-11-22', twoPeople: false, by: 'a' }

  it('goes out when somebody signs it', () => {
    expect(refusalToIssue(draft, asked)).toBeNull()
    expect(refusalToIssue({ ...draft, signatoryName: '' }, asked)).toBe('no-signatory')
  })

  it('goes out on the day of its deadline and not after it', () => {
    expect(refusalToIssue({ ...draft, deadlineOn: '2026-11-22' }, asked)).toBeNull()
    expect(refusalToIssue({ ...draft, deadlineOn: '2026-11-21' }, asked)).toBe('deadline-passed')
  })

  it('has all its words in both languages', () => {
    expect(refusalToIssue({ ...draft, otherLang: 'en', otherSubjectLine: 'Answer' }, asked)).toBe('words-missing')
  })

  it('is issued by another person than who wrote it last, where two people are wanted', () => {
    expect(refusalToIssue(draft, { ...asked, twoPeople: true })).toBe('second-person-needed')
    expect(refusalToIssue(draft, { ...asked, twoPeople: true, by: 'b' })).toBeNull()
  })
})

it('enclosures are one a line, whatever stands before them', () => {
  expect(enclosuresOf('- Relacioni\n\n2) Harta\n  • Lista ')).toEqual(['Relacioni', 'Harta', 'Lista'])
})
