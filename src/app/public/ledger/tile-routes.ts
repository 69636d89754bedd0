import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { notFound } from '#platform/http/refused.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { viewCheckpoint, viewKeys, viewTile } from './tile-view.ts'
import { ledgerUrls } from './urls.ts'

const TEXT = 'text/plain; charset=utf-8'
const BYTES = 'application/octet-stream'

/** C2SP tlog-tiles: a full tile is what it is for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** A partial one too, but nobody asks for it any more once it is full. */
const FOR_A_DAY = 'public, max-age=86400'
/** C2SP tlog-tiles: no more than a few seconds. */
const FOR_A_MOMENT = 'public, max-age=2'
const squeeze = promisify(gzip)

/**
 * What programs of others read of the log, for everybody the same: without cookies, from every page of the web. There is
 * one address of each, so none in another language.
 */
export function tileRoutes(app: WebApp, { db }: Services): void {
  app.get(ledgerUrls.checkpoint(), async (c) => {
    inOneLanguage(c)
    const note = await viewCheckpoint(db)
    return note === null ? nothing() : tagged(c, note)
  })
  app.get(ledgerUrls.keys(), async (c) => {
    inOneLanguage(c)
    return tagged(c, await viewKeys(db))
  })
  app.get('/ditari/tile/*', async (c) => {
    inOneLanguage(c)
    const tile = await viewTile(db, c.req.path.slice('/ditari/'.length))
    if (!tile) return nothing()
    const headers = forEverybody({ 'content-type': BYTES, 'cache-control': tile.full ? FOR_EVER : FOR_A_DAY })
    // Hashes do not become smaller; the compression of pages passes these bytes by.
    if (tile.kind === 'hashes' || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
      return new Response(Uint8Array.from(tile.bytes), { headers })
    }
    return new Response(Uint8Array.from(await squeeze(tile.bytes)), {
      headers: { ...headers, 'content-encoding': 'gzip' },
    })
  })
}

function inOneLanguage(c: WebContext): void {
  if (c.get('lang') !== 'sq') throw notFound()
}

const forEverybody = (headers: Record<string, string>): Record<string, string> => ({
  ...headers,
  'access-control-allow-origin': '*',
  vary: 'accept-encoding',
})

/** Not kept by anybody: it may be there in a moment. */
const nothing = (): Response =>
  new Response('not in the log\n', {
    status: 404,
    headers: forEverybody({ 'content-type': TEXT, 'cache-control': 'no-store' }),
  })

function tagged(c: WebContext, body: string): Response {
  const etag = `W/"${hash('sha1', body, 'base64url')}"`
  const headers = forEverybody({ 'content-type': TEXT, 'cache-control': FOR_A_MOMENT, etag })
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim() === etag)
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
