import type { Queryable } from '../db/database.ts'
import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { findSubjects } from '../subjects/find-subjects.ts'
import { composePaper, type Paper, type PaperFacts } from './compose-paper.ts'
import { findPaperInstitution } from './letter-writing-queries.ts'
import { findNumbered, type LetterFields } from './official-letter-queries.ts'
import type { LetterLang, LetterWords } from './official-letter-rules.ts'

export type Composed = LetterFields & { institutionId: string; correctsId: string | null }

/** All that stands on the paper of a letter besides its number. Null: its institution is gone. */
export async function gatherPaperFacts(
  services: Services,
  doors: readonly Door[],
  letter: Composed,
  subjects: readonly string[],
  db: Queryable = services.db,
): Promise<PaperFacts | null> {
  const institution = await findPaperInstitution(db, letter.institutionId)
  if (!institution) return null
  const [sq, en, corrects] = await Promise.all([
    titlesOf(services, doors, 'sq', letter.institutionId, subjects),
    letter.otherLang === 'en' ? titlesOf(services, doors, 'en', letter.institutionId, subjects) : [],
    letter.correctsId ? findNumbered(db, letter.institutionId, letter.correctsId) : null,
  ])
  return {
    ...letter,
    institution,
    words: wordsOf(letter),
    subjects: { sq, en, sr: sq },
    corrects,
    issued: null,
    url: services.settings.url,
  }
}

/** The paper of a draft, as it would be printed now. */
export async function previewPaper(
  services: Services,
  doors: readonly Door[],
  letter: Composed,
  subjects: readonly string[],
): Promise<Paper | null> {
  const facts = await gatherPaperFacts(services, doors, letter, subjects)
  return facts && composePaper(facts)
}

/** Records of another institution are not named on this one's paper. */
async function titlesOf(
  services: Services,
  doors: readonly Door[],
  lang: 'sq' | 'en',
  institutionId: string,
  refs: readonly string[],
): Promise<string[]> {
  const found = await findSubjects(doors, services, lang, refs)
  return refs.flatMap((ref) => {
    const subject = found.get(ref)
    return subject && subject.institutionId === institutionId ? [subject.title] : []
  })
}

type InLanguages = Pick<
  LetterFields,
  'lang' | 'subjectLine' | 'body' | 'remedy' | 'otherLang' | 'otherSubjectLine' | 'otherBody' | 'otherRemedy'
>

/** The words in one language or in two, in the order in which they are printed. */
export function wordsOf(letter: InLanguages): (LetterWords & { lang: LetterLang })[] {
  const { lang, subjectLine, body, remedy, otherLang } = letter
  const first = { lang, subjectLine, body, remedy }
  if (!otherLang) return [first]
  return [
    first,
    {
      lang: otherLang,
      subjectLine: letter.otherSubjectLine ?? '',
      body: letter.otherBody ?? '',
      remedy: letter.otherRemedy ?? '',
    },
  ]
}
