import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listDirectory, type DirectoryEntry } from '#platform/institutions/directory-queries.ts'
import type { Services } from '#platform/services.ts'
import { isTooShort, type DirectoryQuestion } from './directory-rules.ts'

export const DIRECTORY_PAGE = 50

export type DirectoryView = { question: DirectoryQuestion; entries: DirectoryEntry[]; next: string | null }

/** One page of the directory. */
export async function viewDirectory({ db }: Services, lang: Lang, question: DirectoryQuestion): Promise<DirectoryView> {
  const listed = await listDirectory(db, lang, {
    ...question,
    words: isTooShort(question.words) ? '' : question.words,
    after: isUuid(question.after) ? question.after : null,
    limit: DIRECTORY_PAGE + 1,
  })
  const entries = listed.slice(0, DIRECTORY_PAGE)
  return { question, entries, next: listed.length > DIRECTORY_PAGE ? (entries.at(-1)?.id ?? null) : null }
}
