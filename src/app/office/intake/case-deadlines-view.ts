import type { DeadlineKind } from '#platform/deadlines/deadline-kind.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { CASE_KIND, CASE_SLOT } from '#platform/intake/clock-rules.ts'
import { intakePermissions } from '#platform/intake/intake-permissions.ts'
import { moveTasks } from '#platform/intake/move-case-tasks.ts'
import { listCasesByIds } from '#platform/intake/office-case-queries.ts'
import { enqueueTellingOfMoves } from '#platform/intake/tell-of-move.ts'
import { officeIntakeTexts } from './texts.ts'

/** The clock of a case as the boards know it. On the public one it has its number, and neither words nor name. */
export const caseDeadlines: Record<string, DeadlineKind> = {
  [CASE_SLOT]: {
    kind: CASE_KIND,
    words: { sq: officeIntakeTexts('sq').clock.title, en: officeIntakeTexts('en').clock.title },
    publicBoard: true,
    publicTitles: async ({ db }, lang, ids) => {
      const cases = await listCasesByIds(db, ids)
      return new Map(cases.map((one) => [one.id, officeIntakeTexts(lang).clock.publicTitle(caseNumber(one))]))
    },
    moved: async (tx, services, moves) => {
      for (const { deadline, workFrom } of moves) {
        if (deadline.workBy === workFrom) continue
        await moveTasks(tx, services, deadline.subject, { from: workFrom, to: deadline.workBy, by: 'program' })
      }
      await enqueueTellingOfMoves(tx, moves)
    },
    // Whoever leads the house knows that an answer is late; whose letter it is they do not learn by that.
    readers: [...intakePermissions['cases.read'], 'head'],
    ownDeeds: true,
  },
}
