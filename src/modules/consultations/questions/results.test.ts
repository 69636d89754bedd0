import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { randomOf } from '#test/random.ts'
import { testWeb } from '#test/web.ts'
import type { CommentDraft, SenderKind } from '../comments/comment-rules.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { eraseCommentAlone } from '../own-data/erase-comments.ts'
import { givenComment, givenConsultation, officialWith, someAddress, type GivenConsultation } from '../testing.ts'
import { consultationUrls } from '../urls.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import { fieldOf, type Answer, type Question } from './question-rules.ts'
import { answerTo, givenQuestion, givenQuestions } from './question-testing.ts'
import { openResults } from './write-question.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])

type Data = {
  resultsShown: boolean
  senders: number
  groups: string[]
  questions: {
    id: string
    answers: number | null
    hidden: boolean
    median: number | null
    results: { n: number; count: number; meanRank: number | null }[] | null
  }[]
}

const dataOf = async ({ slug }: GivenConsultation, group = ''): Promise<Data> =>
  (await web.get(`${consultationUrls.questionData(slug)}${group && `?grupi=${group}`}`)).json() as Promise<Data>

const resultsIn = async (place: GivenConsultation, question: Question, group = '') =>
  (await dataOf(place, group)).questions.find(({ id }) => id === question.id)

const openConsultation = async () => {
  const place = await givenConsultation(services)
  const questions = await givenQuestions(services, place)
  await openResults(services, coordinator, place.id, true)
  return { place, questions }
}

const pageOf = ({ slug }: GivenConsultation, lang = '') =>
  web.get(`${lang}${consultationUrls.questions(slug)}`).then((response) => response.text())

const say = (place: GivenConsultation, answers: Answer[], changes: Partial<CommentDraft> = {}) =>
  givenComment(services, place, { body: '', answers, ...changes })

const organisation = (senderKind: SenderKind, name: string): Partial<CommentDraft> => ({
  onBehalf: 'organisation',
  organisation: name,
  senderKind,
})

describe('the results', () => {
  it('are not shown while answers come in, unless the institution has decided so; their number always is', async () => {
    const place = await givenConsultation(services)
    const scale = await givenQuestion(services, place, { kind: 'scale' })
    await say(place, [answerTo(scale, { scale: 4 })])
    expect(await dataOf(place)).toMatchObject({
      resultsShown: false,
      senders: 1,
      questions: [{ answers: 1, results: null }],
    })
    const closed = await pageOf(place)
    expect(closed).toContain('Është përgjigjur 1 dërgues.')
    expect(closed).not.toContain('<svg class="kv-bars"')
    await openResults(services, coordinator, place.id, true)
    expect(await pageOf(place)).toContain('<svg class="kv-bars"')
    expect(await resultsIn(place, scale)).toMatchObject({ median: 4 })
  })

  it('are shown to everybody after the closing day', async () => {
    const place = await givenConsultation(services, { opens: -20, closes: 1 })
    const scale = await givenQuestion(services, place, { kind: 'scale' })
    await say(place, [answerTo(scale, { scale: 4 })])
    const now = services.clock.now()
    services.clock.passMinutes(3 * 24 * 60)
    expect((await dataOf(place)).resultsShown).toBe(true)
    services.clock.set(now)
  })

  it('stand as table and drawing in both languages, the drawing named and described', async () => {
    const { place, questions } = await openConsultation()
    await say(place, [answerTo(questions.one, { chosen: [3] }), answerTo(questions.order, { chosen: [2, 1, 3] })])
    const html = await pageOf(place)
    expect(html).toMatch(
      /<svg class="kv-bars" viewBox="[^"]+" role="img" aria-labelledby="([^"]+)-t" aria-describedby="\1-d"/,
    )
    expect(html).toContain('Përgjigjet: E hëna: 0 (0 %); E mërkura: 0 (0 %); E diela: 1 (100 %); Tjetër: 0 (0 %).')
    expect(html).toContain('Renditja mesatare')
    expect(html).not.toContain(' style=')
    expect(await pageOf(place, '/en')).toContain('Which day do you need most?')
  })

  it('count each person once for each question: the newest answer that stands', async () => {
    const { place, questions } = await openConsultation()
    const email = someAddress()
    await say(place, [answerTo(questions.scale, { scale: 1 }), answerTo(questions.one, { chosen: [1] })], { email })
    services.clock.passMinutes(5)
    const second = await say(place, [answerTo(questions.scale, { scale: 5 })], { email })
    expect(await dataOf(place)).toMatchObject({ senders: 1 })
    expect(await resultsIn(place, questions.scale)).toMatchObject({ answers: 1, median: 5 })
    expect(await resultsIn(place, questions.one)).toMatchObject({ answers: 1 })
    await withdrawComment(services, { token: second.token })
    expect(await resultsIn(place, questions.scale)).toMatchObject({ answers: 1, median: 1 })
  })

  it('forget what is held, and what is erased for good', async () => {
    const { place, questions } = await openConsultation()
    const held = await say(place, [answerTo(questions.scale, { scale: 2 })])
    const erased = await say(place, [
      answerTo(questions.scale, { scale: 3 }),
      answerTo(questions.text, { words: 'Uji mungon.' }),
    ])
    const moderator = await officialWith(services, ['moderator', 'prova'])
    await moderateComment(services, moderator, held.id, 1, { move: 'hold', ground: 'insult', note: null })
    await db.begin((tx) => eraseCommentAlone(tx, services, `consultations.comment:${erased.id}`, 'citizen'))
    expect(await dataOf(place)).toMatchObject({ senders: 0 })
    const [left] =
      await db`select count(*)::int as n from consultations.comment_answers where comment_id = ${erased.id}`
    expect(left).toEqual({ n: 0 })
  })

  it('of a group are hidden below five answers, and where the rest would tell who has answered', async () => {
    const { place, questions } = await openConsultation()
    const { scale } = questions
    for (let n = 0; n < 7; n++) await say(place, [answerTo(scale, { scale: 3 })])
    for (let n = 0; n < 5; n++)
      await say(place, [answerTo(scale, { scale: 1 })], organisation('business', `Firma ${n}`))
    expect((await dataOf(place)).groups).toEqual(['dergues:citizen', 'dergues:business', 'kanal:web'])
    expect(await resultsIn(place, scale, 'dergues:business')).toMatchObject({ hidden: false, answers: 5, median: 1 })
    // Two of a third kind: they would be all less both others. The smaller of these is not shown apart any more.
    for (let n = 0; n < 2; n++)
      await say(place, [answerTo(scale, { scale: 5 })], organisation('academia', `Instituti ${n}`))
    expect((await dataOf(place)).groups).toEqual(['dergues:citizen', 'kanal:web'])
    const refused = await web.get(`${consultationUrls.questions(place.slug)}?grupi=dergues:business`)
    expect(await refused.text()).toContain('Ky grup nuk ka mjaft përgjigje')
    expect(await dataOf(place, 'dergues:academia')).toMatchObject({ senders: 14 })
  })

  it('hold written answers as a list in pages, each with its comment', async () => {
    const { place, questions } = await openConsultation()
    const { text } = questions
    for (let n = 1; n <= 21; n++) await say(place, [answerTo(text, { words: `Mungon hija ${n}` })])
    const first = await (await web.get(consultationUrls.answersInWords(place.slug, text.id))).text()
    expect(first.match(/Mungon hija/g)).toHaveLength(20)
    const older = /href="([^"]*\?para=[^"]+)"/.exec(first)?.[1] ?? ''
    expect((await (await web.get(older)).text()).match(/Mungon hija/g)).toHaveLength(1)
    expect(await pageOf(place)).toContain('Lexoni të 21 përgjigjet me fjalë')
  })

  it('equal an independent count over random answers', async () => {
    const { place, questions } = await openConsultation()
    const random = randomOf(7)
    const people = Array.from({ length: 12 }, () => someAddress())
    // What each person said last to each question, kept beside.
    const said = new Map<string, Answer>()
    for (let n = 0; n < 40; n++) {
      const email = random.of(people)
      const answers = randomAnswers(random, questions)
      if (answers.length === 0) continue
      services.clock.passMinutes(1)
      await say(place, answers, { email })
      for (const answer of answers) said.set(`${email} ${answer.question}`, answer)
    }
    const { questions: told } = await dataOf(place)
    for (const { id, answers, results, median } of told) {
      const own = [...said].filter(([key]) => key.endsWith(id)).map(([, answer]) => answer)
      expect(answers).toBe(own.length)
      for (const { n, count, meanRank } of results ?? []) {
        const picked = own.filter(({ kind, chosen, scale }) =>
          kind === 'order' ? chosen?.[0] === n : scale === n || chosen?.includes(n),
        )
        expect([n, count]).toEqual([n, picked.length])
        if (meanRank !== null) {
          const places = own.map(({ chosen }) => (chosen ?? []).indexOf(n) + 1)
          expect(meanRank).toBeCloseTo(places.reduce((a, b) => a + b, 0) / places.length, 9)
        }
      }
      if (id === questions.scale.id) {
        const sorted = own.map(({ scale }) => scale ?? 0).toSorted((a, b) => a - b)
        const half = sorted.length / 2
        expect(median).toBe(
          sorted.length % 2 ? sorted[Math.floor(half)] : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2,
        )
      }
    }
  })

  it('are a register to take along, once they are shown', async () => {
    const place = await givenConsultation(services)
    const scale = await givenQuestion(services, place, { kind: 'scale' })
    const { code } = await say(place, [answerTo(scale, { scale: 4 })])
    const rows = () => db<{ comment: string; scale: number }[]>`
      select comment, scale from consultations.open_answers where consultation = ${place.id}`
    expect(await rows()).toEqual([])
    await openResults(services, coordinator, place.id, true)
    expect(await rows()).toEqual([{ comment: code, scale: 4 }])
    expect((await web.get('/te-dhena/pergjigjet')).status).toBe(200)
  })

  it('have a place on the page of the consultation, and none where nothing is asked', async () => {
    const { place, questions } = await openConsultation()
    const page = await (await web.get(consultationUrls.one(place.slug))).text()
    expect(page).toContain('Institucioni bën 5 pyetje.')
    expect((await web.get(consultationUrls.questions(place.slug))).status).toBe(200)
    expect(await pageOf(place)).toContain(`id="${fieldOf(questions.one)}"`)
    const bare = await givenConsultation(services)
    expect(await pageOf(bare)).toContain('Në këtë konsultim nuk ka pyetje.')
    expect((await web.get('/konsultime/s-ka/pyetje')).status).toBe(404)
  })
})

function randomAnswers(random: ReturnType<typeof randomOf>, questions: Record<Question['kind'], Question>): Answer[] {
  const maybe = (answer: Answer): Answer[] => (random.below(3) === 0 ? [] : [answer])
  const other = random.below(4) === 0
  const two = random.below(2) === 0 ? [1 + random.below(3)] : [1, 3]
  const order = random.of([
    [1, 2, 3],
    [3, 1, 2],
    [2, 3, 1],
    [2, 1, 3],
  ])
  return [
    ...maybe(answerTo(questions.one, other ? { chosen: [0], other: 'E enjtja' } : { chosen: [1 + random.below(3)] })),
    ...maybe(answerTo(questions.several, { chosen: two })),
    ...maybe(answerTo(questions.scale, { scale: 1 + random.below(5) })),
    ...maybe(answerTo(questions.order, { chosen: order })),
  ]
}
