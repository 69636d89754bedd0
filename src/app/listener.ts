import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Server } from 'node:http'

/** What the web knows of the connection; `stopping` is told to what would never end by itself. */
export type Connection = HttpBindings & { stopping: AbortSignal }
export type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>
export type Listener = { port: number; close(limitMs?: number): Promise<void> }

/** Why nobody can listen there, for the operator who reads it. */
export class CannotListen extends Error {}

/** Requests that run when we stop have this long to end. */
const LAST_REQUESTS_MS = 10_000

/** Longer than a proxy keeps its own end open (nginx: 60 s), so that it never sends into a connection we just closed. */
const KEEP_ALIVE_MS = 65_000

export async function listen(host: string, port: number, fetch: Fetch): Promise<Listener> {
  const stopping = new AbortController()
  const answer = (request: Request, bindings: unknown) =>
    fetch(request, { ...(bindings as HttpBindings), stopping: stopping.signal })
  // Without HTTP/2 options it makes a plain HTTP server; its type does not say so.
  const server = createAdaptorServer({ fetch: answer }) as Server
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asReason(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: (limitMs = LAST_REQUESTS_MS) => {
      stopping.abort()
      return closeSlowly(server, limitMs)
    },
  }
}

function asReason(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotListen(
        `Port ${port} on ${host} is taken. Stop what listens there, or choose another: PORT=${port + 1}`,
      )
    case 'EACCES':
      return new CannotListen(`Port ${port} is not open to this user. Choose one above 1023 and put a proxy in front.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotListen(`HOST=${host}: this machine has no such address.`)
    default:
      return error
  }
}

/** Takes no new connection, lets running requests end, and cuts off what takes too long: an open stream would never. */
async function closeSlowly(server: Server, limitMs: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  const limit = setTimeout(() => server.closeAllConnections(), limitMs)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(idle)
  clearTimeout(limit)
}
