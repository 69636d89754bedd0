import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { CannotListen, listen, type Fetch } from './listener.ts'

const ANY_PORT = 0
const HERE = '127.0.0.1'

async function whileListening(
  fetch: Fetch,
  work: (url: string, close: (limitMs?: number) => Promise<void>) => Promise<void>,
) {
  const listener = await listen(HERE, ANY_PORT, fetch)
  try {
    await work(`http://${HERE}:${listener.port}/`, (limitMs) => listener.close(limitMs))
  } finally {
    await listener.close(0).catch(() => {})
  }
}

describe('a listener that closes', () => {
  it('lets a running request end, and takes no new one', async () => {
    const slow = async () => pause(300).then(() => new Response('done'))
    await whileListening(slow, async (url, close) => {
      const running = fetch(url)
      await pause(100)
      const closing = close()
      await expect(fetch(url)).rejects.toThrow('fetch failed')
      expect(await (await running).text()).toBe('done')
      await closing
    })
  })

  it('tells what would never end by itself', async () => {
    const endless: Fetch = (_, { stopping }) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('begun'))
          stopping.addEventListener('abort', () => controller.close())
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    }
    await whileListening(endless, async (url, close) => {
      const running = await fetch(url)
      const started = performance.now()
      await Promise.all([close(), expect(running.text()).resolves.toBe('begun')])
      expect(performance.now() - started).toBeLessThan(2000)
    })
  })

  it('does not wait for connections on which nothing happens', async () => {
    await whileListening(
      () => new Response('done'),
      async (url, close) => {
        await (await fetch(url)).text()
        const started = performance.now()
        await close()
        expect(performance.now() - started).toBeLessThan(1000)
      },
    )
  })

  it('cuts off what does not end in time', async () => {
    const never = () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) }))
    await whileListening(never, async (url, close) => {
      const response = await fetch(url)
      const read = response.text()
      await Promise.all([expect(read).rejects.toThrow(), close(200)])
    })
  })
})

describe('a listener that cannot listen', () => {
  it('says that the port is taken, and what to do', async () => {
    await whileListening(
      () => new Response(),
      async (url) => {
        const taken = Number(new URL(url).port)
        const refused = await listen(HERE, taken, () => new Response()).catch((error: unknown) => error)
        expect(refused).toBeInstanceOf(CannotListen)
        expect(String(refused)).toContain(`PORT=${taken + 1}`)
      },
    )
  })

  it('says that the address is not of this machine', async () => {
    const refused = await listen('192.0.2.1', ANY_PORT, () => new Response()).catch((error: unknown) => error)
    expect(String(refused)).toContain('HOST=192.0.2.1')
  })
})
