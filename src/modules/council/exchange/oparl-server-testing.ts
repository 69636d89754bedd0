import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json, JsonObject } from './oparl/oparl-rules.ts'

/** A small OParl server for tests: one body, with paging, filters and tombstones. It can be slow, and break. Only tests import this. */

export type Source = JsonObject & { id: string }
export type OparlServer = {
  url: string
  /** What it gives, by address; a test changes it. */
  objects: Map<string, Source>
  /** Every path it was asked for, in order. */
  asked: string[]
  /** Answers in place of the true ones, each once: to the next question that begins so. */
  broken: { to: string; how: '500' | 'cut' | 'html' | '404' }[]
  close(): Promise<void>
}

const LISTS: Record<string, string> = {
  organization: 'Organization',
  paper: 'Paper',
  meeting: 'Meeting',
  person: 'Person',
  legislativeTermList: 'LegislativeTerm',
}
const SCHEMA = 'https://schema.oparl.org/1.1/'
const PAGE = 100

export async function openOparlServer(given: readonly Source[], page = PAGE): Promise<OparlServer> {
  const objects = new Map(given.map((one) => [one.id, one]))
  const asked: string[] = []
  const broken: OparlServer['broken'] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base())
    asked.push(url.pathname + url.search)
    if (url.pathname === '/system') return send(response, systemOf(base()))
    if (url.pathname === '/bodies') return send(response, { data: [bodyOf(base())], pagination: {}, links: {} })
    if (url.pathname === '/body') return send(response, bodyOf(base()))
    if (breaks(response, broken, url.pathname + url.search)) return undefined
    const type = LISTS[url.pathname.slice(1)]
    return type ? send(response, pageOf(objects, type, url, page)) : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: base(),
    objects,
    asked,
    broken,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

function breaks(response: ServerResponse, broken: OparlServer['broken'], path: string): boolean {
  const at = broken.findIndex(({ to }) => path.startsWith(to))
  const [one] = at < 0 ? [] : broken.splice(at, 1)
  if (one?.how === '500' || one?.how === '404') response.writeHead(Number(one.how)).end()
  if (one?.how === 'html') response.writeHead(200).end('<html>')
  if (one?.how === 'cut') {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"data":[')
    response.destroy()
  }
  return one !== undefined
}

const send = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const systemOf = (url: string) => ({
  id: `${url}/system`,
  type: `${SCHEMA}System`,
  oparlVersion: SCHEMA,
  body: `${url}/bodies`,
})

const bodyOf = (url: string) => ({
  id: `${url}/body`,
  type: `${SCHEMA}Body`,
  name: 'Stadt',
  legislativeTerm: [],
  ...Object.fromEntries(Object.keys(LISTS).map((list) => [list, `${url}/${list}`])),
})

function pageOf(objects: ReadonlyMap<string, Source>, type: string, url: URL, size: number) {
  const since = url.searchParams.get('modified_since')
  const all = [...objects.values()].filter(
    (one) =>
      one.type === SCHEMA + type &&
      (since === null
        ? one.deleted !== true
        : typeof one.modified === 'string' && new Date(one.modified) >= new Date(since)),
  )
  const at = Number(url.searchParams.get('page') ?? 1)
  const next = new URL(url)
  next.searchParams.set('page', String(at + 1))
  return {
    data: all.slice((at - 1) * size, at * size),
    pagination: { totalElements: all.length, elementsPerPage: size, currentPage: at },
    links: at * size < all.length ? { next: next.href } : {},
  }
}

/** An invented city in the shape of a real one: no name of it is anybody's. */
export function inventedCity(): Source[] {
  const at = 'https://oparl.shembull.example/bodies/1'
  const times = { created: '2016-10-12T09:08:40+02:00', modified: '2025-03-03T13:33:42+01:00' }
  const object = (type: string, path: string, more: JsonObject): Source => ({
    id: `${at}/${path}`,
    type: SCHEMA + type,
    ...times,
    ...more,
  })
  const file = (n: number): Json =>
    object('File', `files/${n}`, {
      name: `Anlage ${n}`,
      fileName: `000${n}.pdf`,
      mimeType: 'application/pdf',
      date: '2015-01-09',
      accessUrl: `${at}/downloadfiles/a/000${n}.pdf`,
      downloadUrl: `${at}/downloadfiles/000${n}.pdf`,
    })
  const organizations = [
    object('Organization', 'organizations/gr/1', {
      body: at,
      name: 'Gemeinderat',
      shortName: 'GR',
      meeting: `${at}/organizations/gr/1/meetings`,
    }),
    object('Organization', 'organizations/gr/2', {
      body: at,
      name: 'Bauausschuss',
      shortName: 'BA',
      classification: 'Beschließender Ausschuss',
      meeting: `${at}/organizations/gr/2/meetings`,
      membership: [`${at}/memberships/77`],
      location: object('Location', 'locations/gr/2', { streetAddress: '', postalCode: '', locality: '' }),
    }),
    object('Organization', 'organizations/at/3', {
      body: at,
      name: 'Gartenbauamt',
      shortName: 'GBA',
      startDate: '2012-02-01',
    }),
  ]
  const consultation = (n: number, item: number, paper: number): Json =>
    object('Consultation', `consultations/${n}`, {
      agendaItem: `${at}/agendaitems/${item}`,
      meeting: `${at}/meetings/${item > 20 ? 2 : 1}`,
      organization: [`${at}/organizations/gr/1`],
      paper: `${at}/papers/vo/${paper}`,
      role: 'Entscheidung',
      authoritative: true,
    })
  const papers = [1, 2, 3, 4].map((n) =>
    object('Paper', `papers/vo/${n}`, {
      body: at,
      name: `Vorlage ${n}: Grünflächen`,
      reference: `2013/014${n}`,
      date: '2013-10-22',
      paperType: 'Beschlussvorlage',
      auxiliaryFile: [file(n * 10), file(n * 10 + 1)],
      underDirectionOf: [`${at}/organizations/at/3`, `${at}/organizations/at/999`],
      // The third is listed twice under one address, with other words each time.
      ...(n === 3
        ? { consultation: [consultation(3, 13, 3), consultation(3, 22, 3)] }
        : n === 4
          ? {}
          : { consultation: [consultation(n, 10 + n, n)] }),
    }),
  )
  const item = (n: number, meeting: number, more: JsonObject = {}): Json =>
    object('AgendaItem', `agendaitems/${n}`, {
      meeting: `${at}/meetings/${meeting}`,
      number: `${n % 10}`,
      name: `Punkt ${n}`,
      order: n * 7,
      public: true,
      ...more,
    })
  const meetings = [
    object('Meeting', 'meetings/1', {
      name: 'Sitzung des Gemeinderats',
      start: '2014-05-06T15:30:00+02:00',
      end: '2014-05-06T15:30:00+02:00',
      organization: [`${at}/organizations/gr/1`],
      location: object('Location', 'locations/si/1', { description: 'Großer Saal' }),
      invitation: file(101),
      resultsProtocol: file(102),
      auxiliaryFile: [file(103)],
      agendaItem: [
        item(11, 1, { consultation: `${at}/consultations/1`, result: 'einstimmig beschlossen' }),
        item(12, 1, { consultation: `${at}/consultations/2`, auxiliaryFile: [file(104)] }),
        item(13, 1, { consultation: `${at}/consultations/3` }),
      ],
    }),
    object('Meeting', 'meetings/2', {
      name: 'Bauausschuss',
      start: '2015-01-20T16:00:00+01:00',
      end: '2015-01-20T18:00:00+01:00',
      organization: [`${at}/organizations/gr/2`],
      // Two of one order: they stay as they stand.
      agendaItem: [item(21, 2, { order: 5 }), item(22, 2, { order: 5, consultation: `${at}/consultations/3` })],
    }),
    object('Meeting', 'meetings/3', {
      name: 'Sitzung',
      start: '2016-01-20T16:00:00+01:00',
      end: '2016-01-20T16:00:00+01:00',
      organization: [`${at}/organizations/gr/404`],
      cancelled: true,
    }),
  ]
  return [...organizations, ...papers, ...meetings]
}
