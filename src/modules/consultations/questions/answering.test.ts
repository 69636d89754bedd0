import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { confirmComment } from '../comments/confirm-comment.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import {
  aCommentForm,
  articleOf,
  givenComment,
  givenConsultation,
  givenDraft,
  newestCommentFrom,
  someAddress,
  tokenMailedTo,
} from '../testing.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'
import { fieldOf, type Answer } from './question-rules.ts'
import { answerTo, givenQuestion, givenQuestions } from './question-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const consultation = await givenConsultation(services)
const asked = await givenQuestions(services, consultation)
const article = articleOf(consultation, '2')
const ofArticle = await givenQuestion(services, consultation, {
  kind: 'scale',
  nodeId: article.nodeId,
  label: 'Sa i qartë është neni?',
})

const form = (path: string) => web.get(path).then((response) => response.text())
const send = (fields: Fields, slug = consultation.slug) => web.post(consultationUrls.comments(slug), fields)

const answersIn = (commentId: string) => db<(Answer & { n: number })[]>`
  select n, question_id as question, kind, chosen, other, scale, words from consultations.comment_answers
  where comment_id = ${commentId} order by n, kind`

/** A valid answer to each question, as a browser sends it. */
const ALL = {
  [fieldOf(asked.one)]: '0',
  [`${fieldOf(asked.one)}-tjeter`]: 'E shtuna',
  [fieldOf(asked.several)]: '2',
  [fieldOf(asked.scale)]: '4',
  [`${fieldOf(asked.order)}-1`]: '2',
  [`${fieldOf(asked.order)}-2`]: '3',
  [`${fieldOf(asked.order)}-3`]: '1',
  [fieldOf(asked.text)]: 'Mungon tualeti publik.',
}

describe('the form of a comment', () => {
  it('asks the questions on the whole, and names the articles that have their own', async () => {
    const html = await form(consultationUrls.commentForm(consultation.slug))
    for (const question of Object.values(asked)) expect(html).toContain(question.label)
    expect(html).not.toContain(ofArticle.label)
    expect(html).toContain('pyetjet për nenin 2')
    expect(html).toContain('Fjalët mund t’i lini bosh')
    expect(html.length).toBeLessThan(100_000)
  })

  it('asks of an article what is asked about it, and the rest at hand below', async () => {
    const html = await form(`${consultationUrls.commentForm(consultation.slug)}?neni=${article.nodeId}`)
    expect(html).toContain(ofArticle.label)
    expect(html).toContain('Pyetje për projektin në tërësi')
  })

  it('speaks English where the question does, and says what is in Albanian', async () => {
    const html = await form(`/en${consultationUrls.commentForm(consultation.slug)}`)
    expect(html).toContain('Which day do you need most?')
    expect(html).toMatch(/<div lang="sq"><div class="govuk-form-group">.{0,400}Çfarë ju pengon sot/s)
  })
})

describe('answers', () => {
  it('alone are a comment: it is confirmed, has a receipt and stands with its answers', async () => {
    const adresa = someAddress()
    const sent = await send(aCommentForm({ komenti: '', adresa, ...ALL }))
    expect(sent.status).toBe(303)
    await confirmComment(services, await tokenMailedTo(services, adresa))
    const comment = await newestCommentFrom(services, adresa)
    expect(comment.state).toBe('published')
    expect(
      (await answersIn(comment.id)).map(({ kind, chosen, other, scale, words }) => [kind, chosen, other, scale, words]),
    ).toEqual([
      ['one', [0], 'E shtuna', null, null],
      ['order', [3, 1, 2], null, null, null],
      ['scale', null, null, 4, null],
      ['several', [2], null, null, null],
      ['text', null, null, null, 'Mungon tualeti publik.'],
    ])
    const page = await form(consultationUrls.comment(consultation.slug, comment.code ?? ''))
    for (const words of ['Tjetër: E shtuna', '1. Parkimi; 2. Uji; 3. Hija', '4 / 5', 'Mungon tualeti publik.'])
      expect(page).toContain(words)
    const data = await form(consultationUrls.commentData(consultation.slug, comment.code ?? ''))
    expect(data).toContain('"E shtuna"')
    expect(await form(consultationUrls.comments(consultation.slug))).toContain('Me 5 përgjigje ndaj pyetjeve')
  })

  it('a form that says nothing at all is refused, and so it is by the database', async () => {
    const empty = await send(aCommentForm({ komenti: '' }))
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Shkruani komentin tuaj, propozoni një formulim ose përgjigjuni')
    await expect(givenComment(services, consultation, { body: '' })).rejects.toMatchObject({
      constraint_name: 'comment_says_something',
    })
  })

  it('that cannot be understood come back, each with what to mend and everything typed', async () => {
    const wrong = {
      ...ALL,
      [fieldOf(asked.one)]: '1',
      [fieldOf(asked.several)]: '9',
      [fieldOf(asked.scale)]: '6',
      [`${fieldOf(asked.order)}-3`]: '2',
      [fieldOf(asked.text)]: 'x'.repeat(2001),
    }
    const answer = await send(aCommentForm({ adresa: '', ...wrong }))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const words of [
      'Zgjidhni «Tjetër» ose fshini fjalët',
      'Zgjidhni një nga përgjigjet',
      'Shkruani çdo numër nga 1 deri në 3 vetëm një herë',
      'shkurtojeni me 1 shenjë',
    ])
      expect(html).toContain(words)
    expect(html).toContain('value="E shtuna"')
    expect(html).toContain('x'.repeat(2001))
    expect(html).toMatch(new RegExp(`id="${fieldOf(asked.one)}"[^>]*value="1"[^>]*checked`))
    expect(html).toContain('Propozoj që tregu të hapet edhe të dielën')
  })

  it('of several choices must be as many as are asked for', async () => {
    const place = await givenConsultation(services)
    const several = await givenQuestion(services, place, { kind: 'several', least: 2, most: 2 })
    const response = await send({ ...aCommentForm(), [fieldOf(several)]: ['1', '2', '3'] }, place.slug)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Zgjidhni deri në 2')
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(3)
  })

  it('are compulsory only for whoever answers: a comment alone is hindered by nothing', async () => {
    const place = await givenConsultation(services)
    const must = await givenQuestion(services, place, { kind: 'one', compulsory: true })
    const other = await givenQuestion(services, place, { kind: 'scale' })
    expect((await send(aCommentForm(), place.slug)).status).toBe(303)
    const half = await send(aCommentForm({ [fieldOf(other)]: '2' }), place.slug)
    expect(half.status).toBe(422)
    expect(await half.text()).toContain(`<a href="#${fieldOf(must)}">Përgjigjuni kësaj pyetjeje`)
  })

  it('sent twice count once; other answers from the same form are not lost', async () => {
    const adresa = someAddress()
    const fields = aCommentForm({ komenti: '', adresa, [fieldOf(asked.scale)]: '2' })
    await Promise.all([send(fields), send(fields)])
    await send({ ...fields, [fieldOf(asked.scale)]: '5' })
    const rows = await db<{ scale: number }[]>`
      select answer.scale from consultations.comment_answers as answer
      join consultations.comments as comment on comment.id = answer.comment_id
      join platform.contacts as contact on contact.id = comment.contact_id where contact.email = ${adresa} order by 1`
    expect(rows).toEqual([{ scale: 2 }, { scale: 5 }])
  })

  it('that hold a telephone number wait for a moderator, as words do', async () => {
    const answers = [answerTo(asked.text, { words: 'Më merrni në 068 000 00 00.' })]
    expect((await givenComment(services, consultation, { answers })).state).toBe('waiting')
  })

  it('are refused by the database where the question does not offer them', async () => {
    const elsewhere = await givenConsultation(services)
    const wrong: [string, Answer, string][] = [
      ['another option', answerTo(asked.one, { chosen: [7] }), 'answer_among_options'],
      ['a step beyond the scale', answerTo(asked.scale, { scale: 6 }), 'answer_within_scale'],
      ['an order with gaps', answerTo(asked.order, { chosen: [1, 2] }), 'answer_counts'],
      ['words for a scale', answerTo(asked.scale, { words: 'shumë' }), 'answer_fits_kind'],
      ['a question of an article, on the whole', answerTo(ofArticle, { scale: 1 }), 'answer_to_question_asked'],
    ]
    for (const [, answer, constraint] of wrong)
      await expect(givenComment(services, consultation, { answers: [answer] })).rejects.toMatchObject({
        constraint_name: constraint,
      })
    await expect(
      givenComment(services, elsewhere, { answers: [answerTo(asked.scale, { scale: 1 })] }),
    ).rejects.toMatchObject({ constraint_name: 'answer_to_question_asked' })
  })
})

describe('the author of answers', () => {
  it('corrects them until the deadline: the earlier wording keeps its own', async () => {
    const answers = [answerTo(asked.scale, { scale: 2 }), answerTo(asked.one, { chosen: [1] })]
    const { id, token } = await givenComment(services, consultation, { body: '', answers })
    const page = await form(ownCommentUrls.correction(token))
    expect(page).toMatch(new RegExp(`id="${fieldOf(asked.scale)}-2"[^>]*value="2"[^>]*checked`))
    const fields = { versioni: '1', komenti: '', [fieldOf(asked.scale)]: '5', [fieldOf(asked.one)]: '1' }
    const corrected = await web.post(ownCommentUrls.correction(token), fields)
    expect(corrected.headers.get('location')).toContain('u=ndryshua')
    expect((await web.post(ownCommentUrls.correction(token), fields)).status).toBe(303)
    expect((await answersIn(id)).map(({ n, scale }) => [n, scale])).toEqual([
      [1, null],
      [1, 2],
      [2, null],
      [2, 5],
    ])
    const emptied = await web.post(ownCommentUrls.correction(token), { versioni: '2', komenti: '' })
    expect(emptied.status).toBe(422)
    expect(await answersIn(id)).toHaveLength(4)
  })

  it('keeps them where the words alone are corrected, and cannot correct them after the deadline', async () => {
    const past = await givenConsultation(services, { opens: -20, closes: 1 })
    const scale = await givenQuestion(services, past, { kind: 'scale' })
    const { id, token } = await givenComment(services, past, { answers: [answerTo(scale, { scale: 3 })] })
    await correctComment(services, { token }, 'Propozoj edhe të shtunën.', 1)
    expect((await answersIn(id)).map(({ n, scale: step }) => [n, step])).toEqual([
      [1, 3],
      [2, 3],
    ])
    const later = { ...services, clock: { now: () => new Date(services.clock.now().getTime() + 5 * 86_400_000) } }
    const refused = await correctComment(later, { token }, { body: '', answers: [answerTo(scale, { scale: 1 })] }, 2)
    expect(refused).toEqual({ kind: 'refused', refusal: 'closed' })
    expect(await answersIn(id)).toHaveLength(2)
  })

  it('withdraws them with the comment', async () => {
    const { code, token } = await givenComment(services, consultation, {
      answers: [answerTo(asked.scale, { scale: 1 })],
    })
    await withdrawComment(services, { token })
    expect(await form(consultationUrls.comment(consultation.slug, code))).not.toContain('Përgjigjet e pyetjeve')
  })
})

describe('a draft', () => {
  it('keeps its questions to itself', async () => {
    const draft = await givenDraft(services)
    await givenQuestion(services, draft, { kind: 'text' })
    const [row] =
      await db`select count(*)::int as n from platform.ledger_entries where subject = ${`consultations.consultation:${draft.id}`}`
    expect(row).toEqual({ n: 0 })
  })
})
