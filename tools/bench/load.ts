import { randomInt, randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

const SECONDS = 6

/** `1 834 requests a second, p50 4 ms, p99 11 ms`, or what went wrong: an answer other than 200 is no answer. */
export async function pagesPerSecond(url: string, connections: number): Promise<string> {
  const result = await autocannon({ url, connections, duration: SECONDS })
  return lineOf(result, 'requests')
}

/** The same with p95 of every answer, for what has a mark at its tail. */
export async function tailOf(url: string, connections: number): Promise<string> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, connections, duration: SECONDS }, (error: Error | null, all: autocannon.Result) =>
      error ? reject(error) : resolve(all),
    )
    run.on('response', (_client, _status, _bytes, took) => times.push(took))
  })
  const sorted = times.toSorted((one, other) => one - other)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  return `${lineOf(result, 'requests')}, p95 ${p95.toFixed(0)} ms`
}

/** Each a comment of its own: other form, other address, other words. Confirmation letters are queued with them. */
export async function commentsPerSecond(origin: string, path: string, connections: number): Promise<string> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: SECONDS,
    requests: [{ method: 'POST', path, setupRequest: (request) => ({ ...request, ...commentRequest(origin) }) }],
  })
  return lineOf(result, 'comments')
}

function commentRequest(origin: string) {
  const body = new URLSearchParams({
    dergesa: randomUUID(),
    komenti: `Propozoj që ky nen të shkruhet më qartë. ${randomUUID()}`,
    'ne-emer': 'vete',
    'emri-publik': 'jo',
    adresa: `${randomUUID()}@posta.example`,
  }).toString()
  const address = [10, randomInt(256), randomInt(256), randomInt(256)].join('.')
  return {
    body,
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address },
  }
}

function lineOf(result: autocannon.Result, what: string): string {
  const { latency, requests, non2xx, errors, statusCodeStats } = result
  const expected = what === 'comments' ? (statusCodeStats?.['303']?.count ?? 0) : result['2xx']
  const wrong = what === 'comments' ? result['2xx'] + result['4xx'] + result['5xx'] : non2xx
  const rate = Math.round(expected / result.duration)
  const faults = wrong + errors > 0 ? `; ${wrong} other answers, ${errors} errors` : ''
  return `${rate} ${what} a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms (${requests.total} sent)${faults}`
}
