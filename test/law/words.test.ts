import { describe, expect, it } from 'vitest'
import { isIn, isProgram, sources, withoutComments, type Source } from './sources.ts'

/** Albanian letters in code outside the texts, and why they stand there. */
const ALSO: readonly [start: string, why: string][] = [
  ['src/platform/texts/', 'reads legal texts: it knows their words'],
  ['src/platform/search/', 'looks for words: it knows them, and their letters'],
  ['src/platform/imports/', 'reads tables as people write them: it knows their words'],
  ['src/modules/consultations/notices/take-stakeholders.ts', 'reads tables as people write them: it knows their words'],
  ['src/modules/consultations/year/take-planned-acts.ts', 'reads tables as people write them: it knows their words'],
  ['src/modules/consultations/entry/split-rules.ts', 'cuts letters as people write them: it knows their words'],
  ['src/modules/consultations/drafters/table-rules.ts', 'reads a table as drafters fill it in: it knows the words'],
  ['src/modules/consultations/plan/warning-rules.ts', 'reads a number that is written out: it knows the words'],
  ['src/platform/i18n/formats.ts', 'months and hours are formats'],
  ['src/platform/institutions/country-words-rules.ts', 'terms that differ between Albania and Kosovo'],
  ['src/law/majorities/', 'a rule is one thing: its fraction and its words stand together'],
  ['src/modules/council/people/take-people.ts', 'reads tables as people write them: it knows their words'],
  ['src/modules/council-acts/archive/code-rules.ts', 'reads codes as they were printed: it knows their words'],
  ['src/modules/council-acts/archive/label-rules.ts', 'reads catalogues as others wrote them: it knows their words'],
  ['src/modules/council-acts/archive/title-rules.ts', 'reads titles as they were printed: it knows their words'],
  ['src/modules/council-acts/relations/proposal-rules.ts', 'reads what acts say of acts: it knows their words'],
  ['src/law/rules/', 'a rule is one thing: its number and its words stand together'],
  ['src/ui/frame-texts.ts', 'the texts of the frame'],
  ['src/law/calendar/holiday-texts.ts', 'names of holidays: the law floor is judged as rules'],
  [
    'src/platform/deadlines/explanation/explanation-texts.',
    'texts, judged as rules because the rules that explain need them',
  ],
]

/** Examples of the gallery show components with words in them. */
const isExample = (file: string): boolean => /\/(example|examples|[a-z]+-examples|gallery-page)\.tsx?$/.test(file)

function albanianIn({ file, text }: Source): string[] {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, at) => (/[ëçËÇ]/.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 100)}`] : []))
}

describe('a sentence that people read', () => {
  it('stands in a file of texts', () => {
    const elsewhere = sources(
      (file) =>
        isProgram(file) &&
        !isIn(file, ['texts']) &&
        !isExample(file) &&
        !ALSO.some(([start]) => file.startsWith(start)),
    )
    expect(elsewhere.flatMap(albanianIn)).toEqual([])
  })

  it('is found where it does not belong', () => {
    expect(albanianIn({ file: 'a.tsx', text: "// është\nconst a = 'Shtëpia'\n<p>Kërko</p>" })).toEqual([
      "a.tsx:2: const a = 'Shtëpia'",
      'a.tsx:3: <p>Kërko</p>',
    ])
  })
})
