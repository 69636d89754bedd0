import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { originCheck } from './origin-check.ts'
import { Refused } from './refused.ts'
import type { WebEnv } from './web-context.ts'

const PUBLIC = 'https://kuvend.example'

/** The app hears http from the proxy beside it; only KUVEND_URL knows the address that browsers see. */
const behindProxy = new Hono<WebEnv>()
  .use(originCheck([PUBLIC]))
  .onError((error, c) => c.text(error.message, error instanceof Refused ? error.status : 500))
  .all('*', (c) => c.text('reached'))

const send = (method: string, headers: Record<string, string>) =>
  behindProxy.request('http://127.0.0.1:3000/konsultime/x/komento', {
    method,
    headers,
    ...(method !== 'GET' && { body: 'a=b' }),
  })

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

describe('the origin check', () => {
  it('lets a form of our own pages pass behind a proxy that ends TLS', async () => {
    const sent = await send('POST', {
      ...FORM,
      origin: PUBLIC,
      'sec-fetch-site': 'same-origin',
      host: '127.0.0.1:3000',
    })
    expect(sent.status).toBe(200)
  })

  it('lets an old telephone pass that sends no Sec-Fetch headers', async () => {
    expect((await send('POST', { ...FORM, origin: PUBLIC })).status).toBe(200)
  })

  it('lets a browser pass that sends its Referer alone', async () => {
    expect((await send('POST', { ...FORM, referer: `${PUBLIC}/konsultime/x/komento` })).status).toBe(200)
  })

  it('lets a browser pass that says same-origin and no Origin', async () => {
    expect((await send('POST', { ...FORM, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('refuses the inner address: it is not what the browser has in its bar', async () => {
    expect((await send('POST', { ...FORM, origin: 'http://127.0.0.1:3000' })).status).toBe(403)
  })

  it('refuses the same host without TLS', async () => {
    expect((await send('POST', { ...FORM, origin: 'http://kuvend.example' })).status).toBe(403)
  })

  it('refuses a foreign Origin, whatever the other headers say', async () => {
    const lies = { 'sec-fetch-site': 'same-origin', referer: `${PUBLIC}/`, 'x-forwarded-host': 'evil.example' }
    expect((await send('POST', { ...FORM, origin: 'https://evil.example', ...lies })).status).toBe(403)
  })

  it('refuses an Origin that only begins like ours', async () => {
    expect((await send('POST', { ...FORM, origin: `${PUBLIC}.evil.example` })).status).toBe(403)
  })

  it('refuses the opaque Origin of a sandboxed frame', async () => {
    expect((await send('POST', { ...FORM, origin: 'null' })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site', 'none'])('refuses Sec-Fetch-Site %s without an Origin', async (site) => {
    expect((await send('POST', { ...FORM, 'sec-fetch-site': site, referer: `${PUBLIC}/` })).status).toBe(403)
  })

  it('refuses a foreign Referer, and one that is no address', async () => {
    expect((await send('POST', { ...FORM, referer: `https://evil.example/?${PUBLIC}` })).status).toBe(403)
    expect((await send('POST', { ...FORM, referer: 'kuvend.example' })).status).toBe(403)
  })

  it('refuses a request that tells nothing', async () => {
    const sent = await send('POST', FORM)
    expect(sent.status).toBe(403)
    expect(await sent.text()).toBe('foreign-origin')
  })

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/vnd.anything'])(
    'asks a body of type %s as it asks a form',
    async (type) => {
      expect((await send('POST', { 'content-type': type, origin: 'https://evil.example' })).status).toBe(403)
      expect((await send('POST', { 'content-type': type })).status).toBe(403)
      expect((await send('POST', { 'content-type': type, origin: PUBLIC })).status).toBe(200)
    },
  )

  it.each(['PUT', 'PATCH', 'DELETE'])('asks %s too', async (method) => {
    expect((await send(method, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send(method, { origin: PUBLIC })).status).toBe(200)
  })

  it('lets everybody read', async () => {
    expect((await send('GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })
})
