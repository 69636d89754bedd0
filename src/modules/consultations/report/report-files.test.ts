import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { findCompiler } from '#platform/papers/typst.ts'
import { testDatabase } from '#test/database.ts'
import { sequenced, verified } from '#test/tampering.ts'
import { testWeb } from '#test/web.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { moderateComment } from '../moderation/moderate-comment.ts'
import { articleOf, officialWith, type GivenComment, type GivenConsultation } from '../testing.ts'
import { conclude, givenClosed, givenThen } from './report-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const HIDDEN = 'Zamira Fshehurova'
const WORDS_OF_HELD = 'Fjalët e komentit të mbajtur'
let consultation: GivenConsultation
let held: GivenComment
let base = ''

beforeAll(async () => {
  consultation = await givenClosed(services)
  base = `/konsultime/${consultation.slug}`
  const article = { about: 'article', nodeId: articleOf(consultation, '2').nodeId } as const
  const first = await givenThen(services, consultation, { anchor: article })
  const second = await givenThen(services, consultation, { authorName: HIDDEN, namePublic: false })
  const third = await givenThen(services, consultation, {
    onBehalf: 'organisation',
    organisation: 'Shoqata e Prodhuesve',
    senderKind: 'civil-society',
  })
  held = await givenThen(services, consultation, { body: `${WORDS_OF_HELD}.`, authorName: HIDDEN })
  const moderator = await officialWith(services, ['moderator', 'prova'])
  await moderateComment(services, moderator, held.id, 1, { move: 'hold', ground: 'insult', note: null })
  await givenAnswer(services, consultation, [first, third])
  await givenAnswer(services, consultation, second, {
    decision: 'rejected',
    reason: 'Buxheti i këtij viti nuk e mban.',
  })
  await givenAnswer(services, consultation, held, {
    decision: 'not-considered',
    ground: 'held',
    reason: 'Përmban fyerje.',
  })
  const outcome = await conclude(services, consultation)
  if (outcome.kind !== 'concluded') throw new Error(JSON.stringify(outcome))
})

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const answer = await web.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await bytesOf(path))
const bare = (words: string): string => words.replace(/\s+/g, ' ')

async function docxWords(path: string): Promise<string> {
  const xml = new TextDecoder().decode(unzipSync(await bytesOf(path))['word/document.xml'])
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, words]) => words)
    .join(' ')
    .replaceAll('&apos;', "'")
}

async function pdfWords(path: string): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(await bytesOf(path))
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return (await Promise.all(pages)).join(' ')
}

/** The same figures, counted otherwise: from what the open data gives away, row by row. */
async function countedFromOpenData(): Promise<Record<string, number>> {
  const { id } = consultation
  const comments = await db<{ channel: string; senderKind: string | null; organisation: string | null }[]>`
    select channel, sender_kind, organisation from consultations.open_comments where consultation = ${id}`
  const answers = await db<{ decision: string; number: number; version: number }[]>`
    select decision, number, version from consultations.open_feedback where consultation = ${id}`
  const heldNow = await db`
    select code from consultations.published_comments where consultation_id = ${id} and state = 'held'`
  const by = (decision: string) =>
    answers.filter((one) => one.decision === decision).reduce((sum, one) => sum + one.number, 0)
  return {
    comments: comments.length + heldNow.length,
    'byDecision.accepted': by('accepted'),
    'byDecision.partly-accepted': by('partly-accepted'),
    'byDecision.rejected': by('rejected'),
    'byDecision.not-considered': by('not-considered'),
    'byDecision.unanswered': comments.length + heldNow.length - answers.reduce((sum, one) => sum + one.number, 0),
    'byChannel.web': comments.filter(({ channel }) => channel === 'web').length + heldNow.length,
    'bySender.civil-society': comments.filter(({ senderKind }) => senderKind === 'civil-society').length,
    held: heldNow.length,
    parties: new Set(comments.flatMap(({ organisation }) => organisation ?? [])).size,
    answers: answers.length,
    corrected: answers.filter(({ version }) => version > 1).length,
    // Closed on 19 November, answered on the 22nd.
    daysToAnswerAll: 3,
    methods: 1,
  }
}

type Cell = { key: string; words: string; value: string }

/** The rows of the CSV without what explains them. */
const figureRows = async (): Promise<Cell[]> =>
  (await textOf(`${base}/raporti/versioni/1.csv`))
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [key = '', words = '', value = ''] = line.split(',')
      return { key, words, value }
    })

describe('every figure', () => {
  it('in CSV and JSON is what the open data counts', async () => {
    const counted = await countedFromOpenData()
    const rows = new Map((await figureRows()).map(({ key, value }) => [key, Number(value)]))
    expect(Object.fromEntries(Object.keys(counted).map((key) => [key, rows.get(key)]))).toEqual(counted)
    const { figures } = JSON.parse(await textOf(`${base}/raporti/versioni/1.json`)) as {
      figures: Record<string, unknown> & { byDecision: Record<string, number> }
    }
    expect(figures.comments).toBe(counted.comments)
    expect(figures.byDecision.accepted).toBe(counted['byDecision.accepted'])
    const [open] = await db<Record<string, number>[]>`
      select comments, accepted, rejected, not_considered, unanswered, held, parties, answers, days_to_answer_all
      from consultations.open_reports where consultation = ${consultation.id}`
    expect(open).toEqual({
      comments: counted.comments,
      accepted: counted['byDecision.accepted'],
      rejected: counted['byDecision.rejected'],
      notConsidered: counted['byDecision.not-considered'],
      unanswered: 0,
      held: counted.held,
      parties: counted.parties,
      answers: counted.answers,
      daysToAnswerAll: 3,
    })
    expect((await web.get('/te-dhena/raportet-e-konsultimeve')).status).toBe(200)
  })

  it('stands in the DOCX beside its name, with every answer and the matrix', async () => {
    const words = bare(await docxWords(`${base}/raporti/versioni/1.docx`))
    for (const { key, words: name, value } of await figureRows())
      if (value !== '0' || !key.includes('.')) expect(words).toContain(`${name} ${value}`)
    expect(words).toContain('Buxheti i këtij viti nuk e mban.')
    expect(words).toContain(held.code)
  })

  it.runIf(findCompiler())('stands in the PDF too, which has tags', async () => {
    const path = `${base}/raporti/versioni/1.pdf`
    const words = bare(await pdfWords(path))
    for (const { key, words: name, value } of await figureRows())
      if (value !== '0' || !key.includes('.'))
        expect(words.replaceAll(' ', '')).toContain(`${name}${value}`.replaceAll(' ', ''))
    expect(Buffer.from(await bytesOf(path)).toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
  })
})

describe('the matrix', () => {
  it('has a row for each comment; what is held stands by its code and ground alone', async () => {
    const page = await textOf(`${base}/pergjigjet`)
    expect(page).toContain('Kanë marrë përgjigje 4 nga 4 komente')
    expect(page).toContain('I mbajtur nga moderimi: përmban fyerje')
    expect(page).not.toContain(WORDS_OF_HELD)
    const { rows } = JSON.parse(await textOf(`${base}/pergjigjet.json`)) as { rows: Record<string, unknown>[] }
    expect(rows).toHaveLength(4)
    expect(rows.find(({ comment }) => comment === held.code)).toMatchObject({
      held_ground: 'insult',
      channel: null,
      author: null,
      text: null,
      answer: { decision: 'not-considered', ground: 'held' },
    })
  })

  it('is narrowed by decision, article, channel, sender and code, and says so when nothing is left', async () => {
    const rowsOf = async (query: string) =>
      ((await textOf(`${base}/pergjigjet?${query}`)).match(/<tbody[^]*?<\/tbody>/g)?.at(-1) ?? '').match(/<tr/g)
        ?.length ?? 0
    expect(await rowsOf('vendimi=rejected')).toBe(1)
    expect(await rowsOf(`neni=${articleOf(consultation, '2').nodeId}`)).toBe(1)
    expect(await rowsOf('kush=civil-society')).toBe(1)
    expect(await rowsOf(`kodi=${held.code}`)).toBe(1)
    expect(await rowsOf('sipas=pergjigjes')).toBe(3)
    expect(await textOf(`${base}/pergjigjet?kanali=post`)).toContain('Asnjë rresht nuk i plotëson këto kushte')
  })

  it('is a workbook with the same rows', async () => {
    const parts = unzipSync(await bytesOf(`${base}/pergjigjet.xlsx`))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    expect(sheet.match(/<row /g)).toHaveLength(5)
    expect((await textOf(`${base}/pergjigjet.csv`)).trim().split('\r\n').length).toBeGreaterThanOrEqual(5)
  })
})

it('a name that is not public is in no byte of any of them', async () => {
  const plain = [
    'pergjigjet',
    'pergjigjet?sipas=pergjigjes',
    'pergjigjet.csv',
    'pergjigjet.json',
    'raporti',
    'raporti/versioni/1.csv',
    'raporti/versioni/1.json',
  ]
  const words = await Promise.all(plain.map((path) => textOf(`${base}/${path}`)))
  const packed = await Promise.all(
    ['pergjigjet.xlsx', 'raporti/versioni/1.docx'].map(async (path) =>
      Object.values(unzipSync(await bytesOf(`${base}/${path}`))).map((part) => Buffer.from(part).toString('utf8')),
    ),
  )
  const all = [
    ...words,
    ...packed.flat(),
    ...(findCompiler() ? [await pdfWords(`${base}/raporti/versioni/1.pdf`)] : []),
  ]
  for (const one of all) {
    expect(one).not.toContain('Fshehurova')
    expect(one).not.toContain(WORDS_OF_HELD)
  }
  const kept = await db<{ content: string }[]>`select content::text as content from consultations.report_versions`
  expect(kept.map(({ content }) => content).join('')).not.toContain('Fshehurova')
})

it('the ledger is whole afterwards', async () => {
  await sequenced(services)
  expect(await verified(services)).toMatchObject({ namedCount: 0 })
})
