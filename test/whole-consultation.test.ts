import readXlsx from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { tellingUrls } from '#modules/consultations/telling/urls.ts'
import { givenYearReport } from '#modules/consultations/transparency/transparency-testing.ts'
import { ownCommentUrls } from '#modules/consultations/urls.ts'
import { findCompiler } from '#platform/papers/typst.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { indexed } from './indexed.ts'
import { lettersTo } from './mailbox.ts'
import { sequenced, tampered, verified } from './tampering.ts'
import { testWeb, type TestWeb } from './web.ts'
import {
  bare,
  bytesOf,
  cellsOf,
  docxWords,
  figuresOfPlay,
  flat,
  jsonOf,
  pdfWords,
  publicBytes,
  standing,
  textOf,
} from './whole-consultation/counted.ts'
import { answered, concluded, corrected, monitored, textChanged } from './whole-consultation/decisions.ts'
import { cameLate, cameOtherwise, grouped, HIDDEN, POINTS, saidOnTheSite } from './whole-consultation/voices.ts'
import { at, begun, meetingHeld, type Voice, type World } from './whole-consultation/world.ts'
import { variants, WHOLE } from './whole.ts'

/**
 * A consultation of 300 comments by every way, from the plan to the report, as people and officials play it; then every
 * number that anybody can read of it is compared with what the play itself remembers.
 */

type Stage = { slug: string; db: TestDatabase; web: TestWeb }
const stages: Stage[] = []
for (const slug of variants(['prova'], ['provas'])) {
  const db = await testDatabase()
  stages.push({ slug, db, web: testWeb(db) })
}

async function played({ slug, db, web }: Stage): Promise<{ world: World; changedNode: string }> {
  const world = await begun(web, db, slug)
  await meetingHeld(world)
  await saidOnTheSite(world)
  await cameOtherwise(world)
  await cameLate(world)
  await grouped(world)
  await answered(world)
  await corrected(world)
  const { nodeId } = await textChanged(world)
  await concluded(world)
  await monitored(world)
  await indexed(web.services)
  await sequenced(web.services)
  return { world, changedNode: nodeId }
}

describe.each(stages)('a consultation of 300 comments in $slug', (stage) => {
  const { db, web, slug } = stage
  let world: World
  let changedNode = ''
  let base = ''
  const lot = (name: string): Voice[] => world.voices.filter((voice) => voice.lot === name)
  const codes = (voices: readonly Voice[]): string[] => voices.map(({ code }) => code).toSorted()
  const ofIt = (rows: readonly Record<string, unknown>[]) =>
    rows.filter(({ consultation }) => consultation === world.consultation.id)

  beforeAll(async () => {
    ;({ world, changedNode } = await played(stage))
    base = `/konsultime/${world.consultation.slug}`
  }, 240_000)

  describe('its figures', () => {
    it('are those of the play in the JSON of the report, of the matrix and of the data', async () => {
      const figures = figuresOfPlay(world)
      expect([world.voices.length, figures.comments]).toEqual([300, 294])
      expect((await jsonOf<{ figures: object }>(world, `${base}/raporti/versioni/1.json`)).figures).toEqual(figures)
      expect((await jsonOf<{ figures: object }>(world, `${base}/pergjigjet.json`)).figures).toEqual(figures)
      const rows = await jsonOf<Record<string, unknown>[]>(world, '/te-dhena/raportet-e-konsultimeve.json')
      const [report = {}] = ofIt(rows)
      const api = await jsonOf<{ rows: Record<string, unknown>[] }>(world, '/api/v1/raportet-e-konsultimeve')
      expect(ofIt(api.rows)).toEqual([report])
      const counted = flat(figures)
      const wanted = [...counted].flatMap(([key, number]) => {
        const [, breakdown = key, name] = /^by(\w+)\.(.*)$/.exec(key) ?? []
        if (breakdown === 'Sender' || key === 'methods') return []
        const word = name === undefined ? key : breakdown === 'Channel' ? `by_${name}` : name.replaceAll('-', '_')
        return [[word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), number] as const]
      })
      expect(Object.fromEntries(wanted.map(([key]) => [key, report[key]]))).toEqual(Object.fromEntries(wanted))
    })

    it('are those that a second count over the tables gives', async () => {
      const { id } = world.consultation
      const rows = await db<{ channel: string; decision: string; late: boolean; count: number }[]>`
        select comment.channel, said.decision, comment.late, count(*)::int as count
        from consultations.comments as comment
        join consultations.answered_comments as answered on answered.comment_id = comment.id
        join consultations.answers as answer on answer.id = answered.answer_id
        join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
        where comment.consultation_id = ${id} group by 1, 2, 3`
      const of = (voice: Voice) => `${voice.channel} ${voice.decision} ${voice.late}`
      const remembered = Map.groupBy(standing(world), of)
      expect(Object.fromEntries(rows.map((row) => [`${row.channel} ${row.decision} ${row.late}`, row.count]))).toEqual(
        Object.fromEntries([...remembered].map(([key, voices]) => [key, voices.length])),
      )
    })

    it('stand in the CSV, the DOCX and the PDF of the report, each beside its name', async () => {
      const lines = cellsOf(await textOf(world, `${base}/raporti/versioni/1.csv`)).map((row) => Object.values(row))
      expect(new Map(lines.map(([key = '', , value]) => [key, Number(value)]))).toEqual(flat(figuresOfPlay(world)))
      const shown = lines.filter(([key = '', , value]) => value !== '0' || !key.includes('.'))
      const docx = bare(docxWords(await bytesOf(world, `${base}/raporti/versioni/1.docx`)))
      for (const [, name, value] of shown) expect(docx).toContain(bare(`${name}${value}`))
      for (const { code } of standing(world)) expect(docx).toContain(bare(code))
      if (!findCompiler()) return
      const pdf = pdfWords(await bytesOf(world, `${base}/raporti/versioni/1.pdf`))
      if (pdf === null) return
      for (const [, name, value] of shown) expect(bare(pdf)).toContain(bare(`${name}${value}`))
      for (const { code } of standing(world)) expect(bare(pdf)).toContain(bare(code))
    })

    it('are those of the monitoring form', async () => {
      const { byDecision, ...figures } = figuresOfPlay(world) as Record<string, number> & {
        byDecision: Record<string, number>
        methods: string[]
      }
      const [row] = ofIt(await jsonOf<Record<string, unknown>[]>(world, '/te-dhena/monitorimi.json'))
      const data = JSON.stringify(await jsonOf(world, `/konsultime/plane/${world.planId}/monitorimi.json`))
      const { indicators } = (
        await db<{ content: { indicators: { key: string; computed: number | null }[] } }[]>`
          select content from consultations.monitoring_versions where plan_id = ${world.planId}`
      )[0]?.content ?? { indicators: [] }
      expect(Object.fromEntries(indicators.map(({ key, computed }) => [key, computed]))).toEqual({
        methods: figures.methods.length,
        parties: figures.parties,
        participants: figures.participants,
        comments: (byDecision.accepted ?? 0) + (byDecision['partly-accepted'] ?? 0),
        other: null,
      })
      expect([data.includes('final'), row === undefined]).toEqual([true, false])
    })

    it('are in the yearly report of the institution, and in the comparison', async () => {
      const figures = flat(figuresOfPlay(world))
      const before = web.services.clock.now()
      web.services.clock.set(new Date('2027-01-15T10:00:00Z'))
      await givenYearReport(web.services, { institution: slug, year: 2026 })
      const address = `/konsultime/raporte-vjetore/2026/${slug}.json`
      const year = (await jsonOf<{ figures: Record<string, number> }>(world, address)).figures
      const comparison = await jsonOf<{ institutions: object[] }>(world, '/konsultime/krahasimi/2026.json')
      web.services.clock.set(before)
      expect(year).toMatchObject({
        drafts_consulted: 1,
        closed: 1,
        reports: 1,
        plans_before: 1,
        fully_answered: 1,
        changed_consultations: 1,
        comments: 294,
        late: figures.get('late'),
        held: figures.get('held'),
        unanswered: 0,
        answered: 294,
        accepted: figures.get('byDecision.accepted'),
        rejected: figures.get('byDecision.rejected'),
        by_web: figures.get('byChannel.web'),
        from_unknown: figures.get('bySender.unknown'),
        meetings: 1,
        participants: figures.get('participants'),
        median_days_to_answer_all: 14,
      })
      expect(comparison.institutions).toMatchObject([{ institution: slug, closed: 1 }])
    })
  })

  describe('the matrix', () => {
    it('has a row for each comment with its decision, in every form of it', async () => {
      const wanted = new Map(standing(world).map(({ code, decision }) => [code, decision]))
      type Row = { comment: string; answer: { decision: string; code: string } | null }
      const { rows } = await jsonOf<{ rows: Row[] }>(world, `${base}/pergjigjet.json`)
      expect(new Map(rows.map(({ comment, answer }) => [comment, answer?.decision]))).toEqual(wanted)
      const csv = cellsOf(await textOf(world, `${base}/pergjigjet.csv`)).map((row) => Object.values(row))
      const words = new Map(rows.map(({ comment, answer }) => [comment, answer?.code ?? '']))
      expect(new Map(csv.map((row) => [row[0], row[11]]))).toEqual(words)
      const [sheet] = await readXlsx(Buffer.from(await bytesOf(world, `${base}/pergjigjet.xlsx`)))
      const lines = (sheet as unknown as { data: unknown[][] }).data.slice(1)
      expect(new Map(lines.map((row) => [row[0], row[11]]))).toEqual(words)
      expect([csv.length, lines.length]).toEqual([294, 294])
      // Each decision is called by one word, and each word is of one decision.
      const called = new Set([...csv, ...lines].map((row) => `${wanted.get(String(row[0]))} ${String(row[12])}`))
      expect([called.size, new Set(csv.map((row) => row[12])).size]).toEqual([5, 5])
      expect(await textOf(world, `${base}/pergjigjet`)).toContain('294 nga 294 komente')
    })

    it('is what the open data say, of comments, groups, answers, effects and results', async () => {
      const of = async (name: string) => ofIt(await jsonOf<Record<string, unknown>[]>(world, `/te-dhena/${name}.json`))
      const published = world.voices.filter(({ state }) => state === 'published')
      expect((await of('komentet')).map(({ code }) => code).toSorted()).toEqual(codes(published))
      const answers = await of('pergjigjet-ndaj-komenteve')
      expect(answers.length).toBe(world.answers.size)
      expect(answers.reduce((sum, { number }) => sum + Number(number), 0)).toBe(294)
      expect(answers.flatMap((one) => String(one.comments).split(' ')).toSorted()).toEqual(codes(standing(world)))
      for (const { id, decision } of answers) expect(decision).toBe(world.answers.get(String(id))?.decision)
      expect(await of('grupet-e-komenteve')).toMatchObject([{ state: 'confirmed' }])
      expect(await of('ndikimi-i-komenteve')).toMatchObject([{ comments: codes(lot('wording')).join(' '), version: 2 }])
      expect(await of('pergjigjet')).toHaveLength(24)
      const register = cellsOf(await textOf(world, '/konsultime/regjistri.csv'))
      expect(register).toMatchObject([{ id: world.consultation.id }])
    })
  })

  it('loses nobody’s word: each has its code, its entries in the ledger, and an outcome or was withdrawn', async () => {
    const subjects = world.voices.map(({ id }) => `consultations.comment:${id}`)
    const entries = await db<{ subject: string; kinds: string[] }[]>`
      select subject, array_agg(distinct kind order by kind) as kinds from platform.ledger_entries
      where subject = any(${subjects}) and ended is null group by subject`
    const kinds = new Map(entries.map((one) => [one.subject, one.kinds.length]))
    // What was said, and what everybody reads of it; of a comment that waits nobody reads anything.
    expect(kinds).toEqual(
      new Map(world.voices.map(({ id, state }) => [`consultations.comment:${id}`, state === 'waiting' ? 1 : 2])),
    )
    expect(new Set(world.voices.map(({ code }) => code)).size).toBe(300)
    const outcomes = await db<{ code: string; decision: string | null }[]>`
      select code, decision from consultations.comment_outcomes where consultation_id = ${world.consultation.id}`
    expect(new Map(outcomes.map(({ code, decision }) => [code, decision]))).toEqual(
      new Map(standing(world).map(({ code, decision }) => [code, decision])),
    )
    const told = await db<{ state: string }[]>`
      select state from consultations.comments where id = any(${codesToIds(lot('withdrawn'))}::uuid[])`
    expect(told.map(({ state }) => state)).toEqual(Array(6).fill('withdrawn'))
  })

  const codesToIds = (voices: readonly Voice[]): string[] => voices.map(({ id }) => id)

  describe('every author', () => {
    const answerLetters = async (email: string) =>
      (await lettersTo(db, email)).filter(({ body }) => body?.includes('/vleresimi/'))

    it('who can be reached has one letter for each thing there was to tell, and nobody another', async () => {
      const expected = new Map<string, number>()
      for (const { email, lot: of } of standing(world)) {
        if (email === null) continue
        // A correction and a change of the text are told as well.
        expected.set(email, of === 'questions' || of === 'wording' ? 2 : 1)
      }
      for (const { email, stands } of world.members) if (email) expected.set(email, stands ? 1 : 0)
      for (const { email } of lot('withdrawn')) expected.set(email ?? '', 0)
      const counted = new Map<string, number>()
      for (const email of expected.keys()) counted.set(email, (await answerLetters(email)).length)
      expect(counted).toEqual(expected)
      const [whole] = await db<{ mails: number }[]>`
        select count(*)::int as mails from platform.mail_messages where body like '%/vleresimi/%'`
      expect(whole?.mails).toBe([...expected.values()].reduce((sum, one) => sum + one, 0))
    })

    it('of many points has one letter with all of them, and of three comments one with three', async () => {
      const [split, ...more] = await answerLetters(lot('split')[0]?.email ?? '')
      expect([more.length, lot('split').length]).toEqual([0, POINTS])
      for (const { code } of lot('split')) expect(split?.body).toContain(code)
      const [three] = await answerLetters(lot('three')[0]?.email ?? '')
      for (const { code } of lot('three')) expect(three?.body).toContain(code)
    })

    it('without e-mail has a letter to print, and whom nobody can reach is counted', async () => {
      const { id } = world.consultation
      const told = await db<{ channel: string; comments: number; letters: number }[]>`
        select channel, count(*)::int as comments, count(distinct letter_id)::int as letters
        from consultations.answers_told where consultation_id = ${id} and what = 'answer' group by 1 order by 1`
      const unreachable = lot('table').filter(({ email }) => email === null).length
      const mailed = new Set(standing(world).flatMap(({ email }) => email ?? [])).size
      const members = world.members.filter(({ email, stands }) => stands && email !== null).length
      expect(told).toMatchObject([
        { channel: 'mail', letters: mailed + members },
        { channel: 'page', comments: unreachable, letters: 0 },
        { channel: 'print', comments: world.papers, letters: world.papers },
      ])
    })

    it('rates once, and reads the whole story in the receipt', async () => {
      const [voice] = lot('wording')
      const letter = (await answerLetters(voice?.email ?? '')).at(0)
      const token = /\/vleresimi\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
      at(world, '10-22')
      for (const vleresimi of ['5', '1']) await web.post(tellingUrls.rating(token), { vleresimi })
      const ratings = await db`select score from consultations.answer_ratings where comment_id = ${voice?.id ?? ''}`
      expect(ratings).toEqual([{ score: 5 }])
      const receipt = ownCommentUrls.receipt(voice?.token ?? '', 1, 'json')
      const { history } = await jsonOf<{ history: { what: string }[] }>(world, receipt)
      const [answer] = await db<{ code: string }[]>`
        select code from consultations.answers where id = ${voice?.answerId ?? ''}`
      const story = history.map(({ what }) => what).join('\n')
      expect(story).toContain(`answered ${answer?.code}/1 accepted ledger/`)
      expect(story).toMatch(/confirmed|received/)
      expect(await textOf(world, ownCommentUrls.one(voice?.token ?? ''))).toContain('Neni 2')
    })
  })

  it('leads from the article of the final text to the comments and answers behind it, and back', async () => {
    const [voice] = lot('wording')
    const [answer] = await db<{ code: string }[]>`
      select code from consultations.answers where id = ${voice?.answerId ?? ''}`
    const own = `${base}/pergjigjet/${answer?.code}`
    const article = world.consultation.articles.find(({ label }) => label === '2')?.nodeId
    const final = `${base}/versionet/2/neni/${article}`
    expect(await textOf(world, final)).toContain(own)
    expect(await textOf(world, `${base}/neni/${article}`)).toContain(own)
    const page = await textOf(world, own)
    expect(page).toContain(`${final}#n-${changedNode}`)
    for (const { code } of lot('wording')) expect(page).toContain(`${base}/komente/${code}`)
    expect(await textOf(world, `${base}/komente/${voice?.code}`)).toContain(own)
    type Places = { places: { node: string; answers: { code: string; comments: { code: string }[] }[] }[] }
    const { places } = await jsonOf<Places>(world, `${base}/ndikimi.json`)
    const behind = places.find(({ node }) => node === changedNode)?.answers
    expect(behind?.map(({ code }) => code)).toEqual([answer?.code])
  })

  it('shows a name that is not public, and words that are held, in no byte', { timeout: 120_000 }, async () => {
    const data = [
      'komentet',
      'pergjigjet',
      'pergjigjet-ndaj-komenteve',
      'raportet-e-konsultimeve',
      'ndikimi-i-komenteve',
    ]
    const forms = data.flatMap((name) =>
      ['json', 'csv', 'jsonl', 'xlsx', 'atom'].map((form) => `/te-dhena/${name}.${form}`),
    )
    const matrix = ['csv', 'json', 'xlsx'].map((form) => `${base}/pergjigjet.${form}`)
    const report = ['csv', 'json', 'docx', 'pdf'].map((form) => `${base}/raporti/versioni/1.${form}`)
    const more = [`/kerko?q=${encodeURIComponent(HIDDEN)}`, '/konsultime/regjistri.csv', `${base}.json`]
    const held = lot('held').flatMap(({ code }) => [`${base}/komente/${code}`, `${base}/komente/${code}.json`])
    const seen = await publicBytes(world, [...forms, ...matrix, ...report, ...more, ...held])
    expect(seen.size).toBeGreaterThan(WHOLE ? 300 : 100)
    // The office has that name, and everybody reads those that are public.
    const kept = await db`select from consultations.comment_versions where author_name = ${HIDDEN}`
    expect(kept.length).toBeGreaterThan(30)
    expect(seen.get(`${base}/pergjigjet.json`)).toContain('Arta Shembull')
    const bad = [...seen].filter(([path, body]) => {
      const search = path.startsWith('/kerko')
      return (!search && body.includes('Fshehurova')) || body.includes('Fjalë fyese për nëpunësin')
    })
    expect(bad.map(([path]) => path)).toEqual([])
  })

  it('stands whole in the ledger, and a reason altered behind the program’s back is named', async () => {
    await sequenced(web.services)
    expect(await verified(web.services)).toMatchObject({ namedCount: 0, unsequenced: null })
    const id = lot('wording')[0]?.answerId ?? ''
    const report = await tampered(
      web.services,
      (tx) => tx`update consultations.answer_versions set reason = 'Fjalë të tjera.' where answer_id = ${id}`,
    )
    expect(report.named.map(({ way, subject }) => [way, subject])).toContainEqual([
      'altered',
      `consultations.answer:${id}`,
    ])
    expect((await verified(web.services)).namedCount).toBe(0)
  })
})
