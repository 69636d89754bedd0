import { clockworkFor } from '#platform/deadlines/reckoning/clockwork-queries.ts'
import { standingTerm } from '#platform/deadlines/terms/term-queries.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { refused, type Command } from './command.ts'
import { deadlineLine } from './deadline-alone.ts'
import { answerDeadline } from './deadline-answer.ts'
import { readQuestion } from './deadline-question.ts'

export const deadlineCommand: Command = {
  ...deadlineLine,
  run: async ({ services: { db }, ...typed }) => {
    const slug = typed.options.institution ?? ''
    const institution = await findInstitution(db, 'en', slug)
    const clockwork = institution && (await clockworkFor(db, institution.id))
    if (!clockwork) return refused(`There is no institution ${slug}.`)
    const { calendar, zone, jurisdiction } = clockwork
    const question = readQuestion(typed, zone)
    if ('kind' in question) return question
    const { rule, startedOn } = question
    if (rule.jurisdiction !== jurisdiction)
      return refused(`${rule.id} is a rule of ${rule.jurisdiction}; ${slug} lies in ${jurisdiction}.`)
    const set = await standingTerm(db, institution.id, rule.id, startedOn)
    return answerDeadline(question, { calendar, zone, set, institution: slug })
  },
}
