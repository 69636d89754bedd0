import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { createServer as createTcpServer, connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Proxy = {
  port: number
  /** Names of request headers that do not pass, as if the browser had never sent them. */
  withhold: string[]
  close(): void
}

/** Ends TLS before Kuvend, as nginx or a provider's load balancer does: what is behind it hears plain http. */
export async function tlsProxy(port: number, inner: () => string): Promise<Proxy> {
  const withhold: string[] = []
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const kept = Object.entries(incoming.headers).filter(([name]) => !withhold.some((one) => name.startsWith(one)))
    const sender = incoming.socket.remoteAddress ?? ''
    const headers = {
      ...Object.fromEntries(kept),
      'x-forwarded-for': sender,
      'x-forwarded-proto': 'https',
      connection: 'close',
    }
    const { hostname, port: innerPort } = new URL(inner())
    const options = { hostname, port: innerPort, method: incoming.method, path: incoming.url, headers }
    const onward = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }
  const server = createServer(selfSigned(), pass).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { port, withhold, close: () => server.close().closeAllConnections() }
}

/** It makes the certificate that no test can bring along: one in the repository would run out. */
export const hasOpenssl = (): boolean => spawnSync('openssl', ['version']).status === 0

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-tls-'))
  try {
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
    const kind = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
    ]
    execFileSync('openssl', ['req', '-x509', ...kind, ...files], { stdio: 'ignore' })
    return { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type Wire = { url: string; cut(): void; mend(): void; close(): void }

/** A way to the database that can be cut: what is behind it is away, and comes back. */
export async function wireTo(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let whole = true
  const server = createTcpServer((socket) => {
    if (!whole) return void socket.destroy()
    const onward = connect(Number(target.port), target.hostname)
    for (const one of [socket, onward]) {
      sockets.add(one)
      one.on('error', () => one.destroy())
      one.on('close', () => sockets.delete(one))
    }
    socket.pipe(onward).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
  }
  return { url: url.href, cut, mend: () => void (whole = true), close: () => (cut(), void server.close()) }
}
