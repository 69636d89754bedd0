import type { TakeDown } from '#platform/takedowns/takedown-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { textsIn } from '../texts.ts'
import { ANSWER_KIND } from './answer-rules.ts'
import { holdMatter, restorePublished } from './answer-write-queries.ts'
import { findAnswerAt, findAnswerCode, holdTakenAnswer } from './door-queries.ts'

const ADDRESS = /^\/konsultime\/([a-z0-9-]+)\/pergjigjet\/([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})(?:\.json)?$/

/** Its words go, its decision stays: whoever commented was told it. What was being corrected is given up. */
export const answerTakeDown: TakeDown = {
  async take(tx, _services, { id, at }) {
    await holdMatter(tx, id)
    const answer = await holdTakenAnswer(tx, id)
    if (!answer) return 'no-such-record'
    if (answer.version === 0 || answer.state === 'taken-down') return 'not-public'
    await restorePublished(tx, id, 'taken-down', { at, form: null })
    return 'taken-down'
  },
  async lift(tx, _services, { id, at }) {
    await holdMatter(tx, id)
    const answer = await holdTakenAnswer(tx, id)
    if (answer?.state !== 'taken-down') return 'no-such-record'
    await restorePublished(tx, id, 'published', { at, form: null })
    return 'lifted'
  },
  async recordsAt({ db }, path) {
    const [, slug, code] = ADDRESS.exec(path) ?? []
    const id = slug !== undefined && code !== undefined ? await findAnswerAt(db, slug, code) : null
    return id === null ? [] : [refOf(ANSWER_KIND, id)]
  },
  async publicName({ db }, lang, id) {
    const code = await findAnswerCode(db, id)
    return code && textsIn(lang).answers.title(code)
  },
}
