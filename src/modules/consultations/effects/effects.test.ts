import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf, UNENTERED } from '#test/ledger.ts'
import { sequenced, verified } from '#test/tampering.ts'
import { testWeb } from '#test/web.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { publishedAnswers } from '../ledger/answer-records.ts'
import { REDRAFT } from '../redraft-testing.ts'
import { articleOf, givenComment, givenConsultation, officialWith } from '../testing.ts'
import {
  givenDraftVersion,
  givenEffect,
  linked,
  newestVersion,
  nodeOf,
  publishDraftVersion,
} from './effects-testing.ts'
import { viewEffects } from './effects-view.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { linkEffects, unlinkEffect } from './link-effect.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const text = async (path: string): Promise<string> => (await web.get(path)).text()

/** A comment that proposes the words of the redraft, accepted, and the draft that takes them. */
async function givenAccepted() {
  const consultation = await givenConsultation(services)
  const article = articleOf(consultation, '2')
  const comment = await givenComment(services, consultation, {
    body: 'Tregu të hapet edhe të shtunën.',
    anchor: { about: 'article', nodeId: article.nodeId },
  })
  const answer = await givenAnswer(services, consultation, comment)
  const versionId = await givenDraftVersion(services, consultation, REDRAFT)
  const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
  return { consultation, article, comment, answer, versionId, nodeId }
}

const historyOf = async (answerId: string): Promise<{ kind: string; reason: string | null }[]> => db`
  select kind, reason from platform.changes where subject = ${`consultations.answer:${answerId}`} and kind like 'effect-%'
  order by at, id`

describe('a link with the draft of the next version', () => {
  it('stands in no byte that everybody can read, and becomes public with the version', async () => {
    const { consultation, article, comment, answer, versionId, nodeId } = await givenAccepted()
    const pages = [
      `/konsultime/${consultation.slug}/ndikimi`,
      `/konsultime/${consultation.slug}/ndikimi.json`,
      `/konsultime/${consultation.slug}/pergjigjet/${answer.code}`,
      `/konsultime/${consultation.slug}/neni/${article.nodeId}`,
      `/konsultime/${consultation.slug}/versionet/1/neni/${article.nodeId}.json`,
    ]
    const before = await Promise.all(pages.map(text))
    const entries = await entriesOf(db, `consultations.answer:${answer.id}`)
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    expect(await Promise.all(pages.map(text))).toEqual(before)
    expect(await viewEffects(db, 'sq', [answer.id])).toEqual(new Map())
    expect(await entriesOf(db, `consultations.answer:${answer.id}`)).toEqual(entries)
    expect(await db`select from consultations.open_effects where answer = ${answer.code}`).toHaveLength(0)
    await publishDraftVersion(services, consultation, versionId)
    expect((await viewEffects(db, 'sq', [answer.id])).get(answer.id)).toEqual([
      {
        versionN: 2,
        nodeId,
        words: 'Neni 2, pika 1',
        href: `/konsultime/${consultation.slug}/versionet/2/neni/${article.nodeId}#n-${nodeId}`,
        change: 'reworded',
      },
    ])
    expect(
      await db`select answer, comments, article, change, version from consultations.open_effects where answer = ${answer.code}`,
    ).toEqual([{ answer: answer.code, comments: comment.code, article: '2', change: 'reworded', version: 2 }])
  })

  it('goes with an answer that nobody has read, when the author of its only comment withdraws', async () => {
    const consultation = await givenConsultation(services)
    const comment = await givenComment(services, consultation)
    const answer = await givenAnswer(services, consultation, comment, { state: 'proposed' })
    const versionId = await givenDraftVersion(services, consultation, REDRAFT)
    const { nodeId } = await nodeOf(services, versionId, 'Tregu hapet të martën')
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    expect(await withdrawComment(services, { token: comment.token })).toEqual({ kind: 'changed' })
    expect(await db`select from consultations.answer_changes where version_id = ${versionId}`).toHaveLength(0)
    expect(await db`select from consultations.answers where id = ${answer.id}`).toHaveLength(0)
  })

  it('is refused where nothing changed, where the comment was not accepted, and to whoever may not', async () => {
    const { consultation, answer, versionId, nodeId } = await givenAccepted()
    const other = await givenComment(services, consultation)
    const rejected = await givenAnswer(services, consultation, other, { decision: 'rejected' })
    const same = await nodeOf(services, versionId, 'Të premten tregu')
    const refused = (refusal: string) => ({ kind: 'refused', refusals: [refusal] })
    const tried = { answerId: answer.id, versionId, nodeId: same.nodeId }
    expect(await linked(services, consultation, tried)).toEqual(refused('not-changed'))
    expect(await linked(services, consultation, { ...tried, answerId: rejected.id, nodeId })).toEqual(
      refused('not-accepted'),
    )
    const clerk = await officialWith(services, ['clerk', 'prova'])
    const order = {
      consultationId: consultation.id,
      versionId,
      links: [{ answerId: answer.id, nodeId, gone: false }],
      form: null,
    }
    expect(await linkEffects(services, clerk, order)).toEqual({ kind: 'not-permitted' })
    expect(await linkEffects(services, await officialWith(services, ['legal-drafter', 'tjeter']), order)).toEqual({
      kind: 'not-permitted',
    })
    expect(await db`select from consultations.answer_changes where version_id = ${versionId}`).toHaveLength(0)
  })

  it('outlives a new reading of the draft, and falls when its place did not change in the end', async () => {
    const { consultation, answer, versionId, nodeId } = await givenAccepted()
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    const again = await givenDraftVersion(services, consultation, REDRAFT.replace('dy orësh', 'tri orësh'))
    expect(await db`select node_id from consultations.answer_changes where version_id = ${again}`).toEqual([{ nodeId }])
    await givenDraftVersion(services, consultation, REDRAFT.replace(' dhe të shtunën', ''))
    await publishDraftVersion(services, consultation, again)
    expect(await viewEffects(db, 'sq', [answer.id])).toEqual(new Map())
    expect(await recordOf(db, publishedAnswers, answer.id)).toMatchObject({ changes: [] })
    expect((await historyOf(answer.id)).map(({ kind }) => kind)).toEqual(['effect-linked', 'effect-dropped'])
  })
})

describe('the ledger', () => {
  it('has every linked answer anew after the version is published, and stands whole', async () => {
    const { consultation, answer, versionId, nodeId } = await givenAccepted()
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    await publishDraftVersion(services, consultation, versionId)
    const entries = await entriesOf(db, `consultations.answer:${answer.id}`)
    expect(entries.map(({ version }) => version)).toEqual([1, 2])
    expect(await recordOf(db, publishedAnswers, answer.id)).toMatchObject({ changes: [{ version: 2, node: nodeId }] })
    await sequenced(services)
    expect(await verified(services, { only: ['consultations.answer'] })).toMatchObject({ namedCount: 0 })
  })

  it('refuses a public link that nobody entered, and asks nothing of a draft', async () => {
    const { consultation, answer, versionId, nodeId } = await givenAccepted()
    const insert = (node: string) => db`
      insert into consultations.answer_changes (institution_id, answer_id, version_id, node_id, at)
      select institution_id, id, ${versionId}, ${node}, now() from consultations.answers where id = ${answer.id}`
    await insert(nodeId)
    const publish = db`update platform.text_versions set state = 'published', published_at = now() where id = ${versionId}`
    await expect(publish).rejects.toMatchObject(UNENTERED)
    await publishDraftVersion(services, consultation, versionId)
    const { nodeId: added } = await nodeOf(services, versionId, 'Pastrimi i sheshit')
    await expect(insert(added)).rejects.toMatchObject(UNENTERED)
  })
})

describe('everybody', () => {
  const published = async () => {
    const given = await givenAccepted()
    await givenEffect(services, given.consultation, {
      answerId: given.answer.id,
      versionId: given.versionId,
      nodeId: given.nodeId,
    })
    await publishDraftVersion(services, given.consultation, given.versionId)
    return given
  }

  it('goes from the article to the comment and the answer in one step, and back', async () => {
    const { consultation, article, comment, answer } = await published()
    const record = `/konsultime/${consultation.slug}`
    const links = [`href="${record}/pergjigjet/${answer.code}"`, `href="${record}/komente/${comment.code}"`]
    for (const path of [
      `${record}/neni/${article.nodeId}`,
      `${record}/versionet/2/neni/${article.nodeId}`,
      `${record}/versionet/2`,
      `${record}/versionet/2/krahasimi?me=1`,
      `${record}/ndikimi`,
    ]) {
      const page = await text(path)
      for (const link of links) expect([path, page.includes(link)]).toEqual([path, true])
    }
    expect(await text(`${record}/pergjigjet/${answer.code}`)).toContain(`${record}/versionet/2/neni/${article.nodeId}#`)
    const shaped = `href="${record}/versionet/2/neni/${article.nodeId}#`
    expect(await text(`${record}/komente/${comment.code}`)).toContain(shaped)
    expect(await text(`${record}/versionet/1/neni/${article.nodeId}`)).not.toContain(answer.code)
    const data = JSON.parse(await text(`${record}/versionet/2.json`)) as { because: object[] }
    expect(data.because).toMatchObject([{ answer: answer.code, decision: 'accepted', comments: [comment.code] }])
    const one = JSON.parse(await text(`${record}/versionet/2/neni/${article.nodeId}.json`)) as { because: object[] }
    expect(one.because).toMatchObject([{ answer: answer.code, comments: [{ code: comment.code }] }])
  })

  it('reads what changed without a comment, and what was accepted without a change', async () => {
    const { consultation, answer } = await published()
    const other = await givenAnswer(services, consultation, await givenComment(services, consultation))
    const page = await text(`/konsultime/${consultation.slug}/ndikimi`)
    expect(page).toContain('Ky ndryshim nuk u lidh me asnjë koment.')
    expect(page).toContain('Komente të pranuara pa ndryshim të dukshëm')
    const data = JSON.parse(await text(`/konsultime/${consultation.slug}/ndikimi.json`)) as {
      becauseOfComments: number
      places: { name: string; answers: { code: string }[] }[]
      acceptedWithoutChange: { answers: { code: string }[] }
    }
    expect(data.becauseOfComments).toBe(1)
    expect(data.places.flatMap(({ name, answers }) => answers.map(({ code }) => [name, code]))).toEqual([
      ['Neni 2, pika 1', answer.code],
    ])
    expect(data.acceptedWithoutChange.answers).toMatchObject([{ code: other.code }])
  })

  it('finds the line again when the article has another number in the final text', async () => {
    const { consultation, article, answer } = await published()
    const renumbered = REDRAFT.replace(
      'Neni 2\nDitët e tregut',
      'Neni 2\nPërkufizime\n\nNë këtë rregullore, treg quhet shitja e prodhimeve në shesh.\n\nNeni 3\nDitët e tregut',
    )
      .replace('Neni 4\nTarifa', 'Neni 5\nTarifa')
      .replace('Neni 3\nPastrimi', 'Neni 4\nPastrimi')
    const third = await givenDraftVersion(services, consultation, renumbered)
    await publishDraftVersion(services, consultation, third)
    expect(await newestVersion(services, consultation.id)).toBe(third)
    const page = await text(`/konsultime/${consultation.slug}/versionet/3/neni/${article.nodeId}`)
    expect(page).toContain('Neni 3')
    expect(page).toContain(answer.code)
    expect(page).toContain('Neni 2, pika 1 (riformuluar)')
  })

  it('reads of an article that was taken out because of a comment', async () => {
    const { consultation, answer, versionId } = await givenAccepted()
    const gone = articleOf(consultation, '3/1')
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId: gone.nodeId, gone: true })
    await publishDraftVersion(services, consultation, versionId)
    const [effect] = (await viewEffects(db, 'sq', [answer.id])).get(answer.id) ?? []
    expect(effect).toMatchObject({ words: 'Neni 3/1', change: 'gone' })
    const comparison = await web.get(effect?.href ?? '')
    expect([comparison.status, (await comparison.text()).includes(answer.code)]).toEqual([200, true])
    expect(await recordOf(db, publishedAnswers, answer.id)).toMatchObject({
      changes: [{ version: 2, node: gone.nodeId, gone: true }],
    })
  })
})

describe('a public link that is taken back', () => {
  it('says why, stays in the history, and is entered', async () => {
    const { consultation, answer, versionId, nodeId } = await givenAccepted()
    await publishDraftVersion(services, consultation, versionId)
    await givenEffect(services, consultation, { answerId: answer.id, versionId, nodeId })
    const linkId = await onlyLink(answer.id)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    const order = { consultationId: consultation.id, linkId, reason: '' }
    expect(await unlinkEffect(services, coordinator, order)).toEqual({ kind: 'refused', refusals: ['no-reason'] })
    const drafter = await officialWith(services, ['legal-drafter', 'prova'])
    const reason = 'Vendi u ndryshua për shkak të një ligji.'
    expect(await unlinkEffect(services, drafter, { ...order, reason })).toEqual({ kind: 'not-permitted' })
    expect(await unlinkEffect(services, coordinator, { ...order, reason })).toEqual({ kind: 'unlinked', number: 1 })
    expect(await unlinkEffect(services, coordinator, { ...order, reason })).toEqual({ kind: 'no-such-link' })
    expect(await historyOf(answer.id)).toEqual([
      { kind: 'effect-linked', reason: null },
      { kind: 'effect-unlinked', reason },
    ])
    expect(await entriesOf(db, `consultations.answer:${answer.id}`)).toHaveLength(3)
    expect(await viewEffects(db, 'sq', [answer.id])).toEqual(new Map())
  })
})

const onlyLink = async (answerId: string): Promise<string> => {
  const [row] = await db<{ id: string }[]>`select id from consultations.answer_changes where answer_id = ${answerId}`
  return row?.id ?? ''
}
