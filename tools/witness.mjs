#!/usr/bin/env node
// A witness of a log (C2SP tlog-witness): looks whether each checkpoint only extends the one it saw before, and signs that
// it did. One file, no dependencies, Node 18 or newer; for another municipality, a newspaper, a university.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const USAGE = `node witness.mjs --name NAME --log VKEY [--log VKEY …] [--data FOLDER] [--port 8600] [--host 127.0.0.1]
  --name  what the witness is called in its signatures, without a scheme: deshmitari.example.org
  --log   the key of a log to look after, from its /ditari/celesat; of one log several keys may be given
  --data  where its key and what it has seen are kept (./witness); lose it, and it begins anew
`
const LONGEST_REQUEST = 65_536
const MOST_HASHES = 63
const MOST_SIGNATURES = 100

// --- Keys and hashes ----------------------------------------------------------------------------------------------

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)
const SEED_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const KEY_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
const privateKeyOf = (seed) => createPrivateKey({ key: Buffer.concat([SEED_HEAD, seed]), format: 'der', type: 'pkcs8' })
const publicKeyOf = (seed) => createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)
const isSigned = (text, signature, key) =>
  signature.length === 64 &&
  verify(null, text, createPublicKey({ key: Buffer.concat([KEY_HEAD, key]), format: 'der', type: 'spki' }), signature)
const keyIdOf = (name, type, key) => sha256(`${name}\n`, Buffer.of(type), key).subarray(0, 4)

/** Null for anything but standard base64 with its padding. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

function readLogKey(vkey) {
  const [, name, id, words] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? []
  const bytes = base64(words ?? '')
  if (!name || bytes?.length !== 33 || bytes[0] !== 1) throw new Error(`${vkey} is not the key of a log`)
  const key = bytes.subarray(1)
  if (keyIdOf(name, 1, key).toString('hex') !== id) throw new Error(`${vkey}: its number does not fit its key`)
  return { name, id, key }
}

// --- Notes --------------------------------------------------------------------------------------------------------

/** Null: no checkpoint. */
function readCheckpoint(note) {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.endsWith('\n')) return null
  const cut = note.lastIndexOf('\n\n')
  const text = note.slice(0, cut + 1)
  const [origin, size, root, ...more] = text.slice(0, -1).split('\n')
  const hash = base64(root ?? '')
  const lines = note.slice(cut + 2, -1).split('\n')
  if (cut < 0 || !origin || hash?.length !== 32 || more.includes('') || lines.length > MOST_SIGNATURES) return null
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null
  const signatures = lines.map((line) => {
    const [, name, words] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? []
    const bytes = base64(words ?? '')
    return name && bytes && bytes.length > 4 ? { name, bytes, line } : null
  })
  return signatures.includes(null) ? null : { origin, size: Number(size), root: hash, text, signatures }
}

/** The lines of the log's keys, all of them right; null when there is none, or one of them is wrong. */
function signedBy(checkpoint, keys) {
  const lines = []
  for (const { name, id, key } of keys)
    for (const { bytes, line, name: theirs } of checkpoint.signatures) {
      if (theirs !== name || bytes.subarray(0, 4).toString('hex') !== id) continue
      if (!isSigned(Buffer.from(checkpoint.text), bytes.subarray(4), key)) return null
      lines.push(line)
    }
  return lines.length > 0 ? lines : null
}

/** RFC 9162 2.1.4.2. `from` is not 0 and smaller than `to`. */
function isGrown(from, to, rootFrom, rootTo, proof) {
  if (proof.length === 0) return false
  let [fn, sn] = [BigInt(from) - 1n, BigInt(to) - 1n]
  // Of a whole tree the root itself is the first hash, and is not sent.
  const path = (BigInt(from) & fn) === 0n ? [rootFrom, ...proof] : proof
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  let [one, other] = [path[0], path[0]]
  for (const hash of path.slice(1)) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      one = nodeHash(hash, one)
      other = nodeHash(hash, other)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else other = nodeHash(other, hash)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && one.equals(rootFrom) && other.equals(rootTo)
}

// --- What it has seen ---------------------------------------------------------------------------------------------

/** Written aside, on the disk, then put in its place: after a loss of power there is the old one or the new one. */
async function keep(folder, name, text) {
  const aside = join(folder, `${name}.new`)
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, join(folder, name))
  const place = await open(folder, 'r')
  try {
    await place.sync()
  } finally {
    await place.close()
  }
}

const nameOf = (origin) => createHash('sha256').update(origin).digest('hex')

async function seen(folder, origin) {
  const note = await readFile(join(folder, nameOf(origin)), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return note === null ? null : { note, ...readCheckpoint(note) }
}

// --- The witness --------------------------------------------------------------------------------------------------

const answer = (status, body = '', type = 'text/plain; charset=utf-8') => ({ status, body, type })

function cosign(witness, text) {
  const time = BigInt(Math.floor(Date.now() / 1000))
  const stamp = Buffer.alloc(8)
  stamp.writeBigUInt64BE(time)
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), privateKeyOf(witness.seed))
  const id = keyIdOf(witness.name, 4, publicKeyOf(witness.seed))
  return `\u2014 ${witness.name} ${Buffer.concat([id, stamp, signature]).toString('base64')}`
}

async function addCheckpoint(witness, body) {
  const cut = body.indexOf('\n\n')
  const [first = '', ...proofLines] = body.slice(0, cut).split('\n')
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  const proof = proofLines.map(base64)
  if (cut < 0 || old === undefined || proof.length > MOST_HASHES || proof.some((hash) => hash?.length !== 32))
    return answer(400, 'old SIZE, the proof, an empty line, the checkpoint\n')
  const checkpoint = readCheckpoint(body.slice(cut + 2))
  if (!checkpoint) return answer(400, 'this is no checkpoint\n')
  const keys = witness.logs.get(checkpoint.origin)
  if (!keys) return answer(404, 'this log is not looked after here\n')
  const lines = signedBy(checkpoint, keys)
  if (!lines) return answer(403, 'the log has not signed this\n')
  const from = Number(old)
  if (from > checkpoint.size) return answer(400, 'the old size is the larger one\n')
  const before = await seen(witness.folder, checkpoint.origin)
  if ((before?.size ?? 0) !== from) return answer(409, `${before?.size ?? 0}\n`, 'text/x.tlog.size')
  if (!isExtension(before, checkpoint, proof)) return answer(422, 'this does not extend what was seen\n')
  const line = cosign(witness, checkpoint.text)
  await keep(witness.folder, nameOf(checkpoint.origin), `${checkpoint.text}\n${[...lines, line].join('\n')}\n`)
  return answer(200, `${line}\n`)
}

function isExtension(before, { size, root }, proof) {
  const from = before?.size ?? 0
  if (size === 0) return proof.length === 0 && root.equals(sha256(''))
  if (from === 0) return proof.length === 0
  if (from === size) return proof.length === 0 && root.equals(before.root)
  return isGrown(from, size, before.root, root, proof)
}

async function readBody(request) {
  const parts = []
  let length = 0
  for await (const part of request) {
    length += part.length
    // Read to its end all the same, or whoever sends it hears of a broken line in place of the answer.
    if (length <= LONGEST_REQUEST) parts.push(part)
    else if (length > 16 * LONGEST_REQUEST) return null
  }
  if (length > LONGEST_REQUEST) return null
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts))
}

async function respond(witness, request) {
  const { pathname } = new URL(request.url, 'http://witness')
  if (request.method === 'POST' && pathname === '/add-checkpoint') {
    const body = await readBody(request).catch(() => null)
    if (body === null) return answer(400, 'too long, or not UTF-8\n')
    // One at a time: what is compared must still stand when it is replaced.
    witness.turn = witness.turn.then(
      () => addCheckpoint(witness, body),
      () => addCheckpoint(witness, body),
    )
    return witness.turn
  }
  const [, name] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(pathname) ?? []
  const origin = [...witness.logs.keys()].find((one) => nameOf(one) === name)
  if (request.method === 'GET' && origin) {
    const last = await seen(witness.folder, origin)
    return last ? answer(200, last.note) : answer(404, 'nothing was seen yet\n')
  }
  if (request.method === 'GET' && pathname === '/')
    return answer(200, `${witness.vkey}\n\n${[...witness.logs.keys()].join('\n')}\n`)
  return answer(404, 'POST /add-checkpoint, GET /<SHA-256 of the origin>/checkpoint\n')
}

async function main() {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      log: { type: 'string', multiple: true },
      data: { type: 'string', default: 'witness' },
      port: { type: 'string', default: '8600' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  const { name, log = [], data: folder, host } = values
  if (!name || /[\s+]/.test(name) || log.length === 0) throw new Error(USAGE)
  const logs = new Map()
  for (const key of log.map(readLogKey)) logs.set(key.name, [...(logs.get(key.name) ?? []), key])
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(folder, 'key'))) await keep(folder, 'key', `${randomBytes(32).toString('base64')}\n`)
  const seed = Buffer.from(readFileSync(join(folder, 'key'), 'utf8').trim(), 'base64')
  if (seed.length !== 32) throw new Error(`${join(folder, 'key')} is no key`)
  const key = publicKeyOf(seed)
  const vkey = `${name}+${keyIdOf(name, 4, key).toString('hex')}+${Buffer.concat([Buffer.of(4), key]).toString('base64')}`
  const witness = { name, seed, vkey, logs, folder, turn: Promise.resolve() }
  const server = createServer((request, response) => {
    void respond(witness, request)
      .catch((error) => {
        console.error(error)
        return answer(500, 'a fault of the witness\n')
      })
      .then(({ status, body, type }) => response.writeHead(status, { 'content-type': type }).end(body))
  })
  server.listen(Number(values.port), host, () =>
    console.log(`${vkey}\nlooks after ${[...logs.keys()].join(', ')} at http://${host}:${server.address().port}`),
  )
}

main().catch((error) => {
  console.error(error.message)
  process.exitCode = 2
})
