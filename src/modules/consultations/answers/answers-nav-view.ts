import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { consultationPermissions as may } from '../permissions.ts'

/** Which of the rooms of the second half somebody may open: a clerk the letters alone, a drafter all but them. */
export type AnswersNavRights = { answers: boolean; letters: boolean }

export const answersNavOf = (official: Official, institutionId: string): AnswersNavRights => ({
  answers: mayIn(official, may['answers.read'], institutionId),
  letters: mayIn(official, may['comments.entered'], institutionId),
})
