import { beforeAll, describe, expect, it } from 'vitest'
import { placeComments } from './place-comments.ts'
import { articleOf, givenComment, givenConsultation, type GivenComment } from '../testing.ts'
import { consultationUrls as urls, ownCommentUrls } from '../urls.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenRedraft, REDRAFT } from '../redraft-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const consultation = await givenConsultation(services)
const { slug } = consultation
const nodeOf = (label: string) => articleOf(consultation, label).nodeId
const about = (label: string, body: string) =>
  givenComment(services, consultation, { body, anchor: { about: 'article', nodeId: nodeOf(label) } })

let same: GivenComment
let reworded: GivenComment
let renumbered: GivenComment
let gone: GivenComment
let withdrawn: GivenComment
let newest: { id: string }
beforeAll(async () => {
  same = await about('1', 'Për nenin e parë, murriz.')
  const quote = 'Tregu hapet të martën. Tregu mbyllet në orën 14:00.'
  reworded = await givenComment(services, consultation, {
    body: 'Për ditët e tregut, thanë.',
    anchor: { about: 'passage', nodeId: nodeOf('2'), quote, prefix: '', suffix: '' },
  })
  renumbered = await about('3', 'Për tarifën, dëllinjë.')
  gone = await about('3/1', 'Për lirimin, shqopë.')
  withdrawn = await about('3/1', 'Fjalë të tërhequra, lofatë.')
  await web.post(ownCommentUrls.withdrawal(withdrawn.token), {})
  await givenComment(services, consultation, { body: 'Për tërë tekstin, mëllenjë.' })
  newest = await givenRedraft(services, consultation, REDRAFT)
})

const read = async (path: string): Promise<string> => {
  const response = await web.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.text()).replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
}
const dataOf = async (path: string) => (await (await web.get(path)).json()) as Record<string, unknown>

describe('a comment on an earlier version', () => {
  it('says on which version and article it was made, and where it stands now', async () => {
    expect(await read(urls.comment(slug, same.code))).toContain(
      'U bë për nenin 1 të versionit 1. Në versionin 2 fjalët janë po ato.',
    )
    expect(await read(urls.comment(slug, renumbered.code))).toContain('neni tani mban numrin 4.')
    expect(await read(urls.comment(slug, reworded.code))).toContain(
      'Në versionin 2 teksti është riformuluar dhe qëndron te neni 2.',
    )
    expect(await read(urls.comment(slug, gone.code))).toContain('Në versionin 2 ky tekst është hequr.')
    expect(await read(`/en${urls.comment(slug, gone.code)}`)).toContain('In version 2 this text has been removed.')
  })

  it('leads to the comparison of its article and to the article as it was', async () => {
    const page = await (await web.get(urls.comment(slug, gone.code))).text()
    const record = urls.one(slug)
    const node = nodeOf('3/1')
    const comparison = versionUrls.comparison(record, { later: 2, earlier: 1, node })
    expect(page).toContain(`href="${comparison.replaceAll('&', '&amp;')}"`)
    expect(page).toContain(`href="${versionUrls.article(record, 1, node)}"`)
    expect((await web.get(comparison)).status).toBe(200)
  })

  it('tells its author the same on the own page', async () => {
    expect(await read(ownCommentUrls.one(gone.token))).toContain('Në versionin 2 ky tekst është hequr.')
  })

  it('carries it as data', async () => {
    expect(await dataOf(urls.commentData(slug, renumbered.code))).toMatchObject({
      article: { id: nodeOf('3'), label: '3' },
      place: { madeOnVersion: 1, version: 2, standing: 'renumbered', article: { id: nodeOf('3'), label: '4' } },
    })
    expect(await dataOf(urls.commentData(slug, gone.code))).toMatchObject({
      place: { standing: 'gone', article: null },
    })
  })
})

describe('the lists under the articles', () => {
  it('hold each comment where its article stands now, and count the same', async () => {
    const page = await read(urls.article(slug, nodeOf('3')))
    expect(page).toContain('Neni 4')
    expect(page).toContain('dëllinjë')
    expect(page).toContain('1 koment')
    const data = (await dataOf(urls.data(slug))) as {
      text: { id: string; comments?: number }[]
      comments: Record<string, number>
    }
    const counted = data.text.flatMap(({ id, comments }) => (comments ? [[id, comments]] : []))
    expect(counted).toEqual([
      [nodeOf('1'), 1],
      [nodeOf('2'), 1],
      [nodeOf('3'), 1],
    ])
    expect(data.comments).toMatchObject({ published: 5, onWhole: 1, onArticlesGone: 1 })
  })

  it('keep those whose article is gone in a section and a list of their own, without a word of what was withdrawn', async () => {
    const page = await read(urls.one(slug))
    expect(page).toContain('Komente për nene të hequra')
    expect(page).toContain('shqopë')
    const list = await read(urls.lostComments(slug))
    expect(list).toContain('shqopë')
    expect(list).toContain('Autori e tërhoqi këtë koment')
    for (const words of ['dëllinjë', 'mëllenjë', 'lofatë']) expect(list).not.toContain(words)
    expect(await read(urls.comments(slug))).toContain('mëllenjë')
    expect((await web.get(urls.article(slug, nodeOf('3/1')))).status).toBe(404)
  })
})

describe('a place in doubt', () => {
  it('moves nothing: the comment stays under its own article until a person has decided', async () => {
    const subject = `consultations.comment:${renumbered.id}`
    const doubtful = await db`
      update platform.anchor_places set certain = false, confirmed_at = null, outcome = 'moved', node_id = ${nodeOf('1')}
      where subject = ${subject} returning subject`
    expect(doubtful).toHaveLength(1)
    await db.begin((tx) => placeComments(tx, { versionId: newest.id, subjects: [subject] }))
    expect(await read(urls.comment(slug, renumbered.code))).toContain('Vendi i tij në versionin 2 po shqyrtohet.')
    expect(await read(urls.article(slug, nodeOf('3')))).toContain('dëllinjë')
    await db`update platform.anchor_places set confirmed_at = now() where subject = ${subject}`
    await db.begin((tx) => placeComments(tx, { versionId: newest.id, subjects: [subject] }))
    expect(await read(urls.comment(slug, renumbered.code))).toContain(
      'Në versionin 2 teksti është zhvendosur te neni 1.',
    )
    expect(await read(urls.article(slug, nodeOf('3')))).not.toContain('dëllinjë')
    expect(await read(urls.article(slug, nodeOf('1')))).toContain('dëllinjë')
  })

  it('in an older version than the newest changes nothing', async () => {
    const subject = `consultations.comment:${same.id}`
    const [first] = await db<{ textVersionId: string }[]>`
      select text_version_id from consultations.comments where id = ${same.id}`
    await db.begin((tx) => placeComments(tx, { versionId: first?.textVersionId ?? '', subjects: [subject] }))
    expect(await read(urls.article(slug, nodeOf('1')))).toContain('murriz')
  })
})

describe('the page of a consultation and of an article', () => {
  it('say which version they show, since when, and what changed', async () => {
    for (const path of [urls.one(slug), urls.article(slug, nodeOf('2'))]) {
      expect(await read(path)).toContain('Versioni 2, publikuar më 22 nëntor 2026. Çfarë ndryshoi')
    }
    expect(await dataOf(urls.data(slug))).toMatchObject({ textVersion: { n: 2 } })
  })
})
