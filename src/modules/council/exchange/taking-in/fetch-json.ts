import { lookup, type LookupAddress } from 'node:dns'
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestSecure } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How far one goes with a server that is not ours. */
export type FetchLimits = {
  /** Of one answer. */
  bytes: number
  /** For one answer, whole. */
  milliseconds: number
  /** How often it is asked again, where it fails in a way that may pass. */
  tries: number
  /** The first wait before it is asked again; doubled each time. */
  waits: number
  /** Addresses of this machine and of inner networks too: for tests and for servers in one's own house. */
  privateAddresses: boolean
}
export const USUAL: FetchLimits = {
  bytes: 32_000_000,
  milliseconds: 60_000,
  tries: 4,
  waits: 500,
  privateAddresses: false,
}

export type Fetched = { kind: 'json'; value: unknown } | { kind: 'failed'; why: string }

const REDIRECTS = 3

/** Asks for JSON. What a foreign server may do wrong comes back as words. */
export async function fetchJson(address: string, limits: FetchLimits): Promise<Fetched> {
  let last: Fetched = { kind: 'failed', why: 'not asked' }
  for (let attempt = 0; attempt < limits.tries; attempt++) {
    if (attempt > 0) await pause(limits.waits * 2 ** (attempt - 1))
    const got = await ask(address, limits, REDIRECTS)
    if (got.kind !== 'again') return got
    last = { kind: 'failed', why: got.why }
  }
  return last
}

type Got = Fetched | { kind: 'again'; why: string }

async function ask(address: string, limits: FetchLimits, redirects: number): Promise<Got> {
  if (!URL.canParse(address)) return { kind: 'failed', why: `no address: ${address}` }
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { kind: 'failed', why: `not a web address: ${address}` }
  const refused = !limits.privateAddresses && isPrivate(url.hostname.replace(/^\[|\]$/g, ''))
  if (refused) return { kind: 'failed', why: `an address of an inner network: ${url.hostname}` }
  try {
    const signal = AbortSignal.timeout(limits.milliseconds)
    const answer = await answerOf(url, { signal, ...(limits.privateAddresses ? {} : { lookup: lookUpOutside }) })
    const status = answer.statusCode ?? 0
    if (status >= 300 && status < 400 && answer.headers.location && redirects > 0) {
      answer.resume()
      return await ask(new URL(answer.headers.location, url).href, limits, redirects - 1)
    }
    if (status !== 200) {
      answer.resume()
      const why = `${address} answered ${status}`
      return status >= 500 || status === 429 || status === 408 ? { kind: 'again', why } : { kind: 'failed', why }
    }
    const words = await wordsOf(answer, limits.bytes)
    if (words === null) return { kind: 'failed', why: `${address} is longer than ${limits.bytes} bytes` }
    return { kind: 'json', value: JSON.parse(words) as unknown }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return error instanceof InnerAddress ? { kind: 'failed', why } : { kind: 'again', why: `${address}: ${why}` }
  }
}

function answerOf(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', 'user-agent': 'Kuvend (OParl)' }
    const asked = request(url, { ...options, headers }, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

async function wordsOf(answer: IncomingMessage, most: number): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) {
      answer.destroy()
      return null
    }
    parts.push(part)
  }
  return new TextDecoder('utf8', { fatal: true }).decode(Buffer.concat(parts))
}

class InnerAddress extends Error {}

/** Looks a name up and lets nothing through that lies inside: asked at the moment of connecting, so that no name changes between. */
const lookUpOutside: NonNullable<RequestOptions['lookup']> = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? []
    if (error || !first) return done(error ?? new Error(`no such name: ${hostname}`), '', 4)
    if (found.some(({ address }) => isPrivate(address)))
      return done(new InnerAddress(`an address of an inner network: ${hostname}`), '', 4)
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}

const INNER = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INNER.addSubnet(net, prefix, 'ipv6')

/** RFC 6890 and its like: what no public server has. */
export function isPrivate(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  const kind = isIP(host)
  if (kind === 0) return false
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1]
  return inside ? INNER.check(inside, 'ipv4') : INNER.check(host, kind === 4 ? 'ipv4' : 'ipv6')
}
