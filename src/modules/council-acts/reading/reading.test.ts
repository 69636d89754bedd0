import { beforeAll, describe, expect, it } from 'vitest'
import { givenAnswer } from '#modules/consultations/answers/answer-testing.ts'
import {
  givenDraftVersion,
  givenEffect,
  nodeOf,
  publishDraftVersion,
} from '#modules/consultations/effects/effects-testing.ts'
import { REDRAFT } from '#modules/consultations/redraft-testing.ts'
import { articleOf, givenComment, givenConsultation } from '#modules/consultations/testing.ts'
import { givenPaper } from '#modules/council/convening/testing.ts'
import { givenSitting } from '#modules/council/sitting/testing.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { testDatabase } from '#test/database.ts'
import { recordKind } from '#test/doors.ts'
import { entered } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import type { Act } from '../act-queries.ts'
import { enterActs } from '../act-records.ts'
import { takeAct } from '../announcing/announcing-queries.ts'
import { givenAct } from '../testing.ts'
import { actUrls } from '../urls.ts'
import { actSearch } from './found-view.ts'
import { givenActState, givenActText, givenBeside, givenRelation, type GivenText } from './testing.ts'
import { heldStates, partsOfWords } from './text-on-rules.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const PAPERS = recordKind('council.paper')

const MOST_BYTES = 100_000

/** The words of a page, without its marks. */
async function read(path: string, status = 200): Promise<string> {
  const response = await web.get(path)
  const body = await response.text()
  expect([path, response.status]).toEqual([path, status])
  expect(body.length).toBeLessThan(MOST_BYTES)
  return body
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
}

let act: Act
let text: GivenText
let changing: Act
let late: Act
let feeId = ''

beforeAll(async () => {
  const { voteId } = await givenSitting(services)
  const vote = { voteRef: `council.vote:${voteId}`, proposer: 'Arta Prova' }
  act = await givenAct(services, { serial: 12, title: 'Për tarifat e pastrimit', inForceFrom: '2026-10-17', ...vote })
  text = await givenActText(services, act)
  const nodes = await listNodes(db, text.versionId)
  feeId = nodes.find(({ label, kind }) => kind === 'article' && label === '2')?.nodeId ?? ''
  changing = await givenAct(services, { serial: 31, title: 'Për një ndryshim në tarifat', inForceFrom: '2026-11-01' })
  late = await givenAct(services, { serial: 40, title: 'Për lehtësimin e familjeve', inForceFrom: '2026-11-20' })
  const change = (words: string) => words.replace('2 000', '2 400')
  const versionId = await givenActState(services, act, text, { holdsFrom: '2026-11-01', change })
  await givenRelation(services, changing, { other: act, ofArticles: 'Neni 2', carriedOutIn: versionId })
  await givenRelation(services, late, { other: act, ofArticles: 'Neni 2', byArticles: 'Neni 1' })
  await givenBeside(services, act, [feeId])
})

describe('the page of an act', () => {
  it('says whether it holds, who voted how, what changed it, and what its words lack', async () => {
    const page = await read(actUrls.act(act.slug ?? ''))
    expect(page).toContain('Vendim nr. 12/2026')
    expect(page).toContain('Në fuqi që më 17 tetor 2026.')
    expect(page).toContain('4 pro, 0 kundër, 0 abstenime')
    expect(page).toContain('Vota e secilit (')
    expect(page).toMatch(/Teksti nuk i ka ende këto ndryshime .*Vendim nr\. 40\/2026.*prek nenin 2, nga 20 nëntor 2026/)
    expect(page).toContain('Ndryshohet nga')
    expect(page).toContain('E shkruar në tekst')
    expect(page).toContain('Familjet paguajnë 2 400 lekë në vit.')
    expect(page).not.toContain('2 000 lekë')
    expect(page).toContain('Propozoi: Arta Prova')
    expect(page).toContain('Sheshi i fshatit')
    expect(page).toContain('U miratua')
  })

  it('is the same in English, and as data', async () => {
    const page = await read(`/en${actUrls.act(act.slug ?? '')}`)
    expect(page).toContain('In force since 17 October 2026.')
    expect(page).toContain('4 for, 0 against, 0 abstentions')
    const data = (await (await web.get(actUrls.actData(act.slug ?? ''))).json()) as Record<string, unknown>
    expect(data).toMatchObject({
      number: '12/2026',
      force: { today: 'in-force', from: '2026-10-17', to: null },
      vote: { for: 4, against: 0 },
      text: { kind: 'articles', version: 2 },
      states: [
        { n: 1, role: 'adopted', from: '2026-10-17', to: '2026-11-01' },
        { n: 2, role: 'consolidated', from: '2026-11-01', to: null },
      ],
    })
    expect((data['vote'] as { ballots: object[] }).ballots.length).toBeGreaterThan(3)
    expect(data['lacking']).toHaveLength(1)
  })

  it('names the other end: what it changes in another act', async () => {
    const page = await read(actUrls.act(late.slug ?? ''))
    expect(page).toMatch(/Ndryshon .*Vendim nr\. 12\/2026.*me nenin 1 · prek nenin 2 · nga 20 nëntor 2026/)
  })

  it('has the words of what is only numbered for nobody, with the day by which it has to be announced', async () => {
    const one = await givenAct(services, { state: 'numbered', title: 'Për parqet' })
    await db.begin(async (tx) => {
      await tx`update council_acts.acts set announce_by = '2026-11-24', plain_text = 'Fjalë të fshehta' where id = ${one.id}`
      await enterActs(tx, services, [one.id])
    })
    const page = await read(actUrls.act(one.slug ?? ''))
    expect(page).toContain('Duhet shpallur deri më 24 nëntor 2026 Edhe 2 ditë')
    expect(page).toContain('ende nuk është shpallur')
    expect(page).not.toContain('fshehta')
  })

  it('tells of an act with personal data its number, day, ground and counts, and nothing else', async () => {
    const secret = 'Zxqf Prova'
    const { voteId } = await givenSitting(services, { institution: 'provas' })
    const one = await givenAct(services, {
      institution: 'provas',
      title: `Për ${secret}`,
      summary: secret,
      proposer: secret,
      restricted: true,
      publicTitle: 'Vendim individual për ndihmë',
      restrictedGround: 'Ligji për mbrojtjen e të dhënave personale',
      voteRef: `council.vote:${voteId}`,
    })
    await givenActText(services, one, { text: `Neni 1\n\n${secret} merr ndihmë.` })
    await givenBeside(services, one)
    for (const path of [
      actUrls.act,
      actUrls.actData,
      actUrls.inForce,
      (slug: string) => `${actUrls.act(slug)}/versionet.jsonld`,
    ]) {
      const response = await web.get(path(one.slug ?? ''))
      const body = await response.text()
      expect([response.status, body.includes('Zxqf'), body.includes('Familjet në nevojë')]).toEqual([200, false, false])
    }
    const page = await read(actUrls.act(one.slug ?? ''))
    expect(page).toContain('Vendim individual për ndihmë')
    expect(page).toContain('Baza: Ligji për mbrojtjen')
    expect(page).toContain('4 pro, 0 kundër')
    expect(page).not.toContain('Vota e secilit')
    expect((await web.get(`${actUrls.act(one.slug ?? '')}/versionet/1`)).status).toBe(404)
  })

  it('keeps a void number with its reason, and leaves a name at the place of what was taken down', async () => {
    const [empty, gone] = [await givenAct(services, { serial: 57 }), await givenAct(services, { serial: 58 })]
    await db.begin(async (tx) => {
      await tx`
        update council_acts.acts set state = 'void', void_reason = 'U dha dy herë gabimisht', announced_on = null
        where id = ${empty.id}`
      await tx`update council_acts.acts set state = 'taken-down', state_before = 'announced' where id = ${gone.id}`
      await enterActs(tx, services, [empty.id, gone.id])
    })
    const page = await read(actUrls.act(empty.slug ?? ''))
    expect(page).toContain('Arsyeja: U dha dy herë gabimisht')
    expect(await read(actUrls.act(gone.slug ?? ''), 410)).toContain('Vendim nr. 58/2026')
  })

  it('shows the words of an archive a part at a time, and says when they are not known', async () => {
    const line = `${'Këshilli vendosi për tregun. '.repeat(40)}\n`
    const plain = await givenAct(services, {
      history: true,
      plainText: line.repeat(60),
      numberWords: '7/b',
      year: 1998,
    })
    expect(await read(actUrls.act(plain.slug ?? ''))).toMatch(/nga arkivi.*Pjesa 1 nga 2/)
    expect(await read(`${actUrls.act(plain.slug ?? '')}?pjesa=2`)).toContain('Pjesa 2 nga 2')
    expect(partsOfWords(line.repeat(60), 40_000).join('\n')).toBe(line.repeat(60))
    const picture = await givenAct(services, { history: true, year: 1999 })
    await db.begin(async (tx) => {
      await tx`update council_acts.acts set unreadable = true where id = ${picture.id}`
      await enterActs(tx, services, [picture.id])
    })
    expect(await read(actUrls.act(picture.slug ?? ''))).toContain('Vetëm pamje: fjalët nuk dihen ende')
  })

  it('is nowhere as long as it is a draft', async () => {
    const draft = await givenAct(services, { state: 'draft', title: 'Ende askush' })
    expect(draft.slug).toBeNull()
    await read('/aktet/prova-decision-999-2026', 404)
  })
})

describe('the text in force', () => {
  const on = (day: string) => read(`${actUrls.inForce(act.slug ?? '')}?data=${day}`)

  it('is that of the day which is asked about, and says what it lacks on that day', async () => {
    const before = await on('2026-10-10')
    expect(before).toContain('ende nuk ishte në fuqi këtë ditë')
    expect(before).toContain('2 000 lekë')
    const first = await on('2026-10-31')
    expect(first).toContain('Redaksia 1: që nga 17 tetor 2026, deri para 1 nëntor 2026.')
    expect(first).toContain('2 000 lekë')
    expect(first).not.toContain('Teksti nuk i ka ende')
    const second = await on('2026-11-01')
    expect(second).toContain('Redaksia 2: që nga 1 nëntor 2026.')
    expect(second).toContain('2 400 lekë')
    expect(second).not.toContain('Teksti nuk i ka ende')
    expect(await on('2026-11-20')).toContain('Teksti nuk i ka ende këto ndryshime')
  })

  it('asks again for what is no day', async () => {
    const page = await read(`${actUrls.inForce(act.slug ?? '')}?data=30.2.2026`, 422)
    expect(page).toContain('Shkruani ditën si 21.11.2026.')
    expect(await on('20.10.2026')).toContain('Më 20 tetor 2026')
    expect(await read(actUrls.inForce(act.slug ?? ''))).toContain('Në fuqi që më 17 tetor 2026.')
  })

  it('gives way to a later correction of the same day', () => {
    const state = (n: number, role: 'adopted' | 'consolidated', holdsFrom: string | null) => ({
      versionId: `${n}`,
      n,
      role,
      holdsFrom,
    })
    const states = [
      state(1, 'adopted', null),
      state(2, 'consolidated', '2026-02-01'),
      state(3, 'consolidated', '2026-02-01'),
    ]
    expect(heldStates(states, { inForceFrom: '2026-01-01', inForceTo: '2026-05-01' })).toMatchObject([
      { n: 1, from: '2026-01-01', to: '2026-02-01' },
      { n: 3, from: '2026-02-01', to: '2026-05-01' },
    ])
  })
})

describe('an article of an act', () => {
  it('stands in each state, with the amendments that made it so', async () => {
    const page = await read(actUrls.article(act.slug ?? '', feeId))
    expect(page).toMatch(
      /2\. E përditësuar, nga 1 nëntor 2026 Zbatohet sot .*2 400 lekë.*1\. Siç u miratua, nga 17 tetor 2026 deri para 1 nëntor 2026 .*2 000 lekë/,
    )
    expect(page).toContain('Çfarë ndryshoi nga redaksia 1')
    expect(page).toContain('Amendamentet e miratuara në këtë nen')
    await read(actUrls.article(act.slug ?? '', '00000000-0000-4000-8000-000000000000'), 404)
  })

  it('shows the comments of the consultation that changed it, through its lineage', async () => {
    const consultation = await givenConsultation(services)
    const article = articleOf(consultation, '2')
    const anchor = { about: 'article', nodeId: article.nodeId } as const
    const comment = await givenComment(services, consultation, { body: 'Tregu edhe të shtunën.', anchor })
    const answer = await givenAnswer(services, consultation, comment)
    const versionId = await givenDraftVersion(services, consultation, REDRAFT)
    const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    await publishDraftVersion(services, consultation, versionId)
    const paper = await givenPaper(services, { institutionId: consultation.institution.id })
    await entered(
      db,
      PAPERS,
      (tx) => tx<{ id: string }[]>`
      update council.papers set state = 'published', published_at = now(),
        about_ref = ${`consultations.consultation:${consultation.id}`} where id = ${paper.id} returning id`,
    )
    const one = await givenAct(services, {
      serial: 90,
      paperRef: `council.paper:${paper.id}`,
      inForceFrom: '2026-11-01',
    })
    await givenActText(services, one, { of: versionId })
    const page = await read(actUrls.article(one.slug ?? '', article.nodeId))
    expect(page).toMatch(/Për shkak të kujt u bë kështu .*u pranua.*Tregu edhe të shtunën\./)
    const quoted = await read(`${actUrls.act(one.slug ?? '')}/versionet/1/neni/${article.nodeId}`)
    expect(quoted).toContain('Tregu edhe të shtunën.')
    const other = articleOf(consultation, '1')
    expect(await read(actUrls.article(one.slug ?? '', other.nodeId))).not.toContain('Për shkak të kujt')
    const whole = await read(actUrls.act(one.slug ?? ''))
    expect(whole).toContain('Këto komente të konsultimit publik ndryshuan projektin')
    expect(whole).toContain('Rruga e çështjes')
  })
})

describe('search', () => {
  it('finds the act by number, kind and title, and each article of the words that hold today', async () => {
    const found = await actSearch.find(db, [act.id, late.id], services.clock.now())
    const [main] = found.filter(({ part, numbers }) => part === '' && numbers.includes('12/2026'))
    expect(main).toMatchObject({ state: 'in-force', kind: 'council-act', href: actUrls.act(act.slug ?? '') })
    const articles = found.filter(({ kind, matter }) => kind === 'council-act-article' && matter === main?.subject)
    expect(articles.map(({ heading }) => heading)).toContain('Vendim nr. 12/2026 · Neni 2 · Tarifa për familjet')
    expect(articles.map(({ body }) => body).join()).toContain('2 400')
    expect(articles.map(({ body }) => body).join()).not.toContain('2 000')
    // What changes another is found by its title, and follows it.
    expect(found.find(({ numbers }) => numbers.includes('40/2026'))?.body).toContain('Për tarifat e pastrimit')
    expect(await actSearch.alsoChanged?.(db, [act.id])).toHaveLength(2)
    // Its title goes from where they are found, when nobody may read it any more.
    await db.begin(async (tx) => {
      await takeAct(tx, act.id, services.clock.now())
      await enterActs(tx, services, [act.id])
    })
    expect(await actSearch.alsoChanged?.(db, [act.id])).toHaveLength(2)
  })
})
