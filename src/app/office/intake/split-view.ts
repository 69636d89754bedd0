import { CASE_LIMITS } from '#platform/intake/case-rules.ts'
import { listPoints } from '#platform/intake/point-queries.ts'
import type { Services } from '#platform/services.ts'
import type { SplitRow } from './case-form.ts'

export type SplitView = { rows: SplitRow[]; answered: number }

/** The points that can still be cut anew, and how many stand because they are answered. */
export async function viewSplit({ db }: Services, caseId: string): Promise<SplitView> {
  const points = await listPoints(db, caseId)
  const open = points.filter((point) => point.answeredAt === null && point.title !== null)
  return {
    rows: open.map(({ title, words, ownerRole }) => ({
      title: title ?? '',
      words: words ?? '',
      role: ownerRole ?? '',
    })),
    answered: points.filter((point) => point.answeredAt !== null).length,
  }
}

/** One row for each paragraph, its first words as the title: a beginning that the official then corrects. */
export function rowsByParagraph(words: string): SplitRow[] {
  return words
    .split(/\n{2,}|\n(?=\s*(?:\d{1,2}[.)]|[-–•])\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, CASE_LIMITS.points)
    .map((part) => ({ title: titleOf(part), words: part, role: '' }))
}

function titleOf(paragraph: string): string {
  const line = paragraph.replace(/\s+/g, ' ').replace(/^(?:\d{1,2}[.)]|[-–•])\s*/, '')
  const letters = [...line]
  return letters.length <= 80 ? line : `${letters.slice(0, 79).join('').trimEnd()}…`
}
