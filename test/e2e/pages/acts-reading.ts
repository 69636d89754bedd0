import { givenActState, givenActText, givenBeside, givenRelation } from '#modules/council-acts/reading/testing.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { actUrls as urls } from '#modules/council-acts/urls.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** One act as everybody reads it, in every state that has a look of its own. */
export const actsReadingPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const at = { institution: 'mb' }
  const act = await givenAct(services, { ...at, serial: 712, inForceFrom: '2026-10-17', proposer: 'Arta Prova' })
  const text = await givenActText(services, act)
  const change = (words: string) => words.replace('2 000', '2 400')
  const versionId = await givenActState(services, act, text, { holdsFrom: '2026-11-01', change })
  const changing = await givenAct(services, { ...at, serial: 731, inForceFrom: '2026-11-01' })
  await givenRelation(services, changing, { other: act, ofArticles: 'Neni 2', carriedOutIn: versionId })
  await givenRelation(services, changing, { kind: 'implements', other: 'Ligji nr. 139/2015' })
  await givenRelation(services, await givenAct(services, { ...at, serial: 740, inForceFrom: '2026-11-02' }), {
    other: act,
  })
  const node = (await listNodes(program.db, versionId)).find(({ kind }) => kind === 'article')?.nodeId ?? ''
  await givenBeside(services, act, [node])
  const slug = act.slug ?? ''
  const restricted = { restricted: true, publicTitle: 'Vendim individual', restrictedGround: 'Ligji nr. 9887' }
  const others = [
    await givenAct(services, { ...at, serial: 750, state: 'numbered' }),
    await givenAct(services, { ...at, serial: 751, ...restricted }),
    await givenAct(services, {
      ...at,
      serial: 12,
      year: 1998,
      history: true,
      plainText: 'Këshilli vendosi.\nPër tregun.',
    }),
  ]
  const everybody = [
    { path: urls.act(slug) },
    { path: urls.act('asgje-1'), status: 404 },
    ...others.map((one) => ({ path: urls.act(one.slug ?? '') })),
    { path: urls.inForce(slug) },
    { path: urls.inForce(slug, '2026-10-20') },
    { path: urls.inForce(slug, 'dje'), status: 422 },
    { path: urls.article(slug, node) },
    { path: urls.article(slug, NOBODY), status: 404 },
    { path: `${urls.act(slug)}/versionet` },
    { path: `${urls.act(slug)}/versionet/2/neni/${node}` },
    { path: `${urls.act(slug)}/versionet/2/krahasimi?me=1` },
  ]
  return { anonymous: everybody, auditor: [{ path: urls.act(slug) }] }
}
