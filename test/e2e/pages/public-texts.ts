import { consultationUrls } from '#modules/consultations/urls.ts'
import { COMPARISON_LOOKS, versionUrls as urls } from '#platform/texts/version-address-rules.ts'
import { givenRedraftIn } from '../redraft.ts'
import type { RoomPages } from './page.ts'

/** The versions of a text: of one that has two, and the empty states of one that has one. */
export const publicTextPages: RoomPages = async (program) => {
  const { slug, articles } = await givenRedraftIn(program)
  const record = consultationUrls.one(slug)
  const nodeOf = (label: string) => articles.find((one) => one.label === label)?.nodeId ?? ''
  const [chapter] = await program.db<{ nodeId: string }[]>`
    select node.parent_id as node_id from platform.text_nodes as node where node.node_id = ${nodeOf('3/1')}`
  const [fushas] = await program.db<{ slug: string }[]>`
    select slug from consultations.consultations where slug like 'fushas-%' and state = 'published' order by register_number limit 1`
  const single = consultationUrls.one(fushas?.slug ?? '')
  const pair = { later: 2, earlier: 1 }
  const everybody = [
    { path: record },
    { path: consultationUrls.article(slug, nodeOf('3')) },
    { path: consultationUrls.comments(slug) },
    { path: consultationUrls.lostComments(slug) },
    { path: urls.list(record) },
    { path: urls.one(record, 1) },
    { path: urls.one(record, 2) },
    { path: urls.division(record, 1, chapter?.nodeId ?? '') },
    ...['1', '2', '3', '3/1'].map((label) => ({ path: urls.article(record, 1, nodeOf(label)) })),
    ...COMPARISON_LOOKS.map((look) => ({ path: urls.comparison(record, { ...pair, look }) })),
    { path: urls.comparison(record, { ...pair, node: nodeOf('2') }) },
    { path: urls.comparison(record, { ...pair, node: nodeOf('1') }) },
    { path: urls.list(single) },
    { path: urls.one(single, 1) },
    { path: urls.comparison(record, { later: 9, earlier: 1 }), status: 404 },
  ]
  const first = [{ path: urls.list(record) }, { path: urls.comparison(record, pair) }]
  return { anonymous: everybody, citizen: first, official: first }
}
