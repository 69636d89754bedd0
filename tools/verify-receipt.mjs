#!/usr/bin/env node
// Checks a receipt of Kuvend without asking anybody: one file, no dependencies, Node 18 or newer.
// What it does, step by step, and what it proves: docs/receipts.md, and in short words at /verifiko/vertetim.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

class Refusal extends Error {}
const must = (holds, why) => {
  if (!holds) throw new Refusal(why)
}

// --- JSON, and its one form ---------------------------------------------------------------------------------------

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value) => typeof value === 'string'
const isNatural = (value) => Number.isSafeInteger(value) && value >= 0
function isOnly(value, names, besides = []) {
  const known = new Set([...names, ...besides])
  return (
    isObject(value) &&
    names.every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => known.has(name))
  )
}
const isListOf = (value, is) => Array.isArray(value) && value.every(is)

/**
 * Objects and lists are read here: some `JSON.parse` read a name with an escape wrongly after certain other objects.
 * Refuses besides what is no I-JSON (a name twice, half of a pair, a number without end), and what is nested too deep.
 */
function readJson(text, why) {
  const source = { text, at: 0, why }
  const value = readValue(source, 1)
  skipSpace(source)
  must(source.at === text.length, why)
  return value
}

function skipSpace(source) {
  while (source.at < source.text.length && ' \t\r\n'.includes(source.text[source.at])) source.at++
}

function takes(source, sign) {
  skipSpace(source)
  if (source.text[source.at] !== sign) return false
  source.at++
  return true
}

function readValue(source, depth) {
  const read = takes(source, '[') ? readList : takes(source, '{') ? readObject : null
  must(read === null || depth <= 64, source.why)
  if (read) return read(source, depth + 1)
  return source.text[source.at] === '"' ? readString(source) : readWord(source)
}

function readList(source, depth) {
  const values = []
  readSeries(source, ']', () => values.push(readValue(source, depth)))
  return values
}

function readObject(source, depth) {
  const members = new Map()
  readSeries(source, '}', () => {
    skipSpace(source)
    must(source.text[source.at] === '"', source.why)
    const name = readString(source)
    must(!members.has(name) && takes(source, ':'), source.why)
    members.set(name, readValue(source, depth))
  })
  return Object.fromEntries(members)
}

function readSeries(source, close, readOne) {
  if (takes(source, close)) return
  do readOne()
  while (takes(source, ','))
  must(takes(source, close), source.why)
}

function readString(source) {
  const { text, at, why } = source
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  const value = parseUpTo(source, end + 1)
  must(!/\p{Surrogate}/u.test(value), why)
  return value
}

/** A number, or `true`, `false`, `null`. */
function readWord(source) {
  let end = source.at
  while (end < source.text.length && /[-+.\w]/.test(source.text[end])) end++
  const value = parseUpTo(source, end)
  must(typeof value !== 'number' || Number.isFinite(value), source.why)
  return value
}

function parseUpTo(source, end) {
  try {
    const value = JSON.parse(source.text.slice(source.at, end))
    source.at = end
    return value
  } catch {
    throw new Refusal(source.why)
  }
}

/** RFC 8785. `sort` compares UTF-16 units. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

// --- Bytes --------------------------------------------------------------------------------------------------------

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const byte = (value) => Buffer.of(value)
const utf8 = (text) => Buffer.from(text, 'utf8')

/** Null for anything but standard base64 with its padding. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

/** A BOM stays. */
function decode(bytes, why) {
  must(bytes.length <= 4 * 1024 * 1024, why)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal(why)
  }
}

// --- Signed notes -------------------------------------------------------------------------------------------------

const LOG = 1
const WITNESS = 4

/** `name+keyid+base64(type ‖ key)`; null when it is none. */
export function readVkey(vkey) {
  const [, name, id, rest] = /^([^\p{White_Space}\p{Cc}+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey) ?? []
  const bytes = rest === undefined ? null : base64(rest)
  if (!bytes || bytes.length !== 33) return null
  if (sha256(utf8(name), byte(10), bytes).subarray(0, 4).toString('hex') !== id) return null
  return { vkey, name, id, type: bytes[0], key: bytes.subarray(1) }
}

function readNote(note) {
  const cut = note.lastIndexOf('\n\n')
  // oxlint-disable-next-line no-control-regex
  if (cut < 0 || !note.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(note)) return null
  const lines = note.slice(cut + 2, -1).split('\n')
  const signatures = lines.map((line) => {
    const [, name, rest] = /^— ([^\p{White_Space}\p{Cc}+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? []
    const bytes = rest === undefined ? null : base64(rest)
    return bytes && bytes.length > 4
      ? { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) }
      : null
  })
  if (signatures.length > 100 || signatures.includes(null)) return null
  return { text: note.slice(0, cut + 1), signatures }
}

function readCheckpoint(text) {
  const note = readNote(text)
  if (!note) return null
  const [origin, size, root, ...more] = note.text.slice(0, -1).split('\n')
  const hash = base64(root ?? '')
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || !isNatural(Number(size)) || hash?.length !== 32) return null
  return more.includes('') ? null : { ...note, origin, size: Number(size), root: hash }
}

const P = 2n ** 255n - 19n
const OF_ORDER_8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n
const OF_SMALL_ORDER = [0n, 1n, P - 1n, OF_ORDER_8, P - OF_ORDER_8]

/** A point that is encoded in its one way, and is none of the eight of small order. They are known by their y. */
function isSound(point) {
  const y = [...point].reduceRight((sum, one) => sum * 256n + BigInt(one), 0n) % 2n ** 255n
  return y < P && !OF_SMALL_ORDER.includes(y)
}

function isSignedBy(key, message, signature) {
  if (signature.length !== 64 || !isSound(key) || !isSound(signature.subarray(0, 32))) return false
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  try {
    return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)
  } catch {
    return false
  }
}

/** Each line of a known key, with the one that it is right by: two keys may have one name and id. */
function signedLines(note, keys, isRight, why) {
  return note.signatures.flatMap((line) => {
    const same = keys.filter(({ name, id }) => name === line.name && id === line.id)
    if (same.length === 0) return []
    const key = same.find((one) => isRight(one.key, line.bytes))
    must(key, why)
    return [{ key, bytes: line.bytes }]
  })
}

/** The keys that have signed; refuses when none has, or one of them did not. */
function signersOf(note, keys) {
  const known = keys.filter(({ name, type }) => name === note.origin && type === LOG)
  const message = utf8(note.text)
  const lines = signedLines(note, known, (key, bytes) => isSignedBy(key, message, bytes), 'bad-signature')
  must(lines.length > 0, 'unknown-key')
  return [...new Set(lines.map(({ key }) => key))]
}

function witnessesOf(note, keys) {
  const known = keys.filter(({ type }) => type === WITNESS)
  const timeOf = (bytes) => bytes.readBigUInt64BE(0)
  const isRight = (key, bytes) =>
    bytes.length === 72 &&
    bytes[0] < 128 &&
    isSignedBy(key, utf8(`cosignature/v1\ntime ${timeOf(bytes)}\n${note.text}`), bytes.subarray(8))
  const lines = signedLines(note, known, isRight, 'bad-cosignature')
  return lines.map(({ key, bytes }) => ({ name: key.name, time: Number(timeOf(bytes)) }))
}

// --- The tree -----------------------------------------------------------------------------------------------------

/** RFC 6962 2.1.1, by halving: numbers of the tree may be longer than 32 bits. */
function rootFrom(leaf, index, size, hashes) {
  let [node, at, last] = [leaf, index, size - 1]
  const up = () => ([at, last] = [Math.floor(at / 2), Math.floor(last / 2)])
  for (const sibling of hashes) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      node = sha256(byte(1), sibling, node)
      while (at % 2 === 0 && at !== 0) up()
    } else node = sha256(byte(1), node, sibling)
    up()
  }
  return last === 0 ? node : null
}

function checkTree({ leaf, index, size, hashes, note, keys, witnesses, checkpoint }) {
  must(index < size, 'wrong-index')
  must(rootFrom(sha256(byte(0), leaf), index, size, hashes)?.equals(note.root), 'not-included')
  const signers = signersOf(note, keys)
  const seen = witnessesOf(note, witnesses)
  return {
    index,
    size,
    origin: note.origin,
    keys: signers.map(({ vkey }) => vkey),
    seen,
    own: checkOwn(note, keys, checkpoint),
  }
}

/** A checkpoint that the reader has kept: `same`, `other-size`, or null when there is none. */
function checkOwn(note, keys, checkpoint) {
  if (checkpoint === null) return null
  const own = readCheckpoint(checkpoint)
  must(own && own.origin === note.origin, 'other-checkpoint')
  try {
    signersOf(own, keys)
  } catch {
    throw new Refusal('other-checkpoint')
  }
  if (own.size !== note.size) return 'other-size'
  must(own.root.equals(note.root), 'other-checkpoint')
  return 'same'
}

// --- The receipt --------------------------------------------------------------------------------------------------

const SUBJECT = /^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$/
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const MEMBERS = ['format', 'state', 'subject', 'entry', 'record', 'salt', 'shape', 'proof', 'log', 'history']

function isWhole(receipt) {
  const { state, subject, entry, record, salt, shape, proof, log, history } = receipt
  return (
    isOnly(receipt, MEMBERS) &&
    (state === 'received' || state === 'proved') &&
    isText(subject) &&
    SUBJECT.test(subject) &&
    isText(entry) &&
    (record === null ? salt === null : isObject(record) && isText(salt) && /^[0-9a-f]{32}$/.test(salt)) &&
    isListOf(shape, isText) &&
    new Set(shape).size === shape.length &&
    (record === null || shape.length > 0) &&
    (proof === null || isProof(proof)) &&
    isOnly(log, ['origin', 'url', 'keys']) &&
    isText(log.origin) &&
    isText(log.url) &&
    Array.isArray(log.keys) &&
    log.keys.length <= 100 &&
    log.keys.every((key) => isText(key) && readVkey(key)?.type === LOG) &&
    new Set(log.keys).size === log.keys.length &&
    isListOf(history, (line) => isOnly(line, ['at', 'what']) && isText(line.at) && isText(line.what))
  )
}

const isProof = (proof) =>
  isOnly(proof, ['index', 'size', 'hashes', 'checkpoint']) &&
  isNatural(proof.index) &&
  isNatural(proof.size) &&
  isListOf(proof.hashes, (hash) => isText(hash) && base64(hash)?.length === 32) &&
  proof.hashes.length <= 63 &&
  isText(proof.checkpoint)

function readEntry(text) {
  const entry = readJson(text, 'entry-not-canonical')
  must(canonical(entry) === text, 'entry-not-canonical')
  const { at, digest, institution, kind, subject, v, version, ended } = entry ?? {}
  must(
    utf8(text).length <= 65_535 &&
      isOnly(entry, ['at', 'digest', 'institution', 'kind', 'subject', 'v', 'version'], ['ended']) &&
      isText(at) &&
      AT.test(at) &&
      (institution === null || isText(institution)) &&
      isText(kind) &&
      /^[a-z-]+\.[a-z-]+$/.test(kind) &&
      isText(subject) &&
      SUBJECT.test(subject) &&
      [v, version].every((number) => isNatural(number) && number > 0) &&
      (digest === null
        ? isEnd(ended)
        : isText(digest) && /^[0-9a-f]{64}$/.test(digest) && !Object.hasOwn(entry, 'ended')),
    'entry-malformed',
  )
  return entry
}

const isEnd = (ended) =>
  isOnly(ended, ['why'], ['ground', 'role']) &&
  ['erased', 'withdrawn', 'taken-down', 'removed'].includes(ended.why) &&
  Object.values(ended).every(isText)

function checkRecord({ record, salt, shape }, entry) {
  if (record === null) return
  must(isOnly(record, shape), 'wrong-shape')
  const digest = sha256(Buffer.from(salt, 'hex'), utf8(canonical(record))).toString('hex')
  must(digest === entry.digest, 'digest-differs')
}

function checkReceipt(text, { keys, witnesses, checkpoint }) {
  const receipt = readJson(text, 'not-json')
  must(isObject(receipt) && receipt.format === 'kuvend-receipt/1', 'unknown-format')
  must(isWhole(receipt), 'malformed')
  const { proof, log, record, history } = receipt
  must((proof === null) === (receipt.state === 'received'), 'wrong-state')
  const entry = readEntry(receipt.entry)
  must(entry.subject === receipt.subject, 'wrong-subject')
  checkRecord(receipt, entry)
  const facts = { entry, record, history }
  if (proof === null) return { answer: 'received', ...facts }
  const note = readCheckpoint(proof.checkpoint)
  must(note, 'checkpoint-malformed')
  must(note.origin === log.origin, 'wrong-origin')
  must(note.size === proof.size, 'wrong-size')
  const pinned = keys.length > 0
  const known = pinned ? keys : log.keys.map(readVkey)
  const hashes = proof.hashes.map(base64)
  const tree = checkTree({ leaf: utf8(receipt.entry), ...proof, hashes, note, keys: known, witnesses, checkpoint })
  return { answer: record === null ? 'entry-only' : 'proved', ...facts, ...tree, pinned }
}

const isTlogProof = (text) => text.startsWith('c2sp.org/tlog-proof@v1\n')

/** C2SP tlog-proof. The leaf is the file that the reader names, or the `extra` line. */
function checkTlogProof(text, { keys, witnesses, checkpoint, entry }) {
  const cut = text.indexOf('\n\n')
  const [, ...lines] = text.slice(0, Math.max(cut, 0)).split('\n')
  const extra = lines[0]?.startsWith('extra ') ? base64(lines.shift().slice(6)) : undefined
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  must(extra !== null && isNatural(Number(index)) && lines.length <= 63, 'malformed')
  const hashes = lines.map(base64)
  const leaf = entry ?? extra
  must(hashes.every((hash) => hash?.length === 32) && leaf?.length > 0, 'malformed')
  const read = readEntry(decode(leaf, 'entry-not-canonical'))
  const note = readCheckpoint(text.slice(cut + 2))
  must(note, 'checkpoint-malformed')
  const tree = { leaf, index: Number(index), size: note.size, hashes, note, keys, witnesses, checkpoint }
  return { answer: 'entry-only', entry: read, record: null, ...checkTree(tree), pinned: true }
}

/** `{ answer, why, … }`: see docs/receipts.md. Keys are what `readVkey` gives. */
export function check(bytes, options = {}) {
  const given = { keys: [], witnesses: [], checkpoint: null, entry: null, ...options }
  try {
    const text = decode(bytes, 'not-json')
    const checked = isTlogProof(text) ? checkTlogProof(text, given) : checkReceipt(text.replace(/^\ufeff/, ''), given)
    return { why: null, ...checked }
  } catch (error) {
    if (error instanceof Refusal) return { answer: 'refused', why: error.message }
    throw error
  }
}

// --- Words --------------------------------------------------------------------------------------------------------

const sq = {
  use: 'Përdorimi: node verify-receipt.mjs SKEDARI [--key ÇELËSI]… [--witness ÇELËSI]… [--checkpoint SKEDARI] [--entry SKEDARI] [--lang sq|en] [--json]',
  file: (name) => `Skedari nuk lexohet: ${name}`,
  vkey: (key) => `Ky nuk është çelës verifikimi: ${key}`,
  needsKey: 'Për një skedar .tlog-proof duhet --key.',
  ownEntry: 'Vërtetimi e ka vetë hyrjen: --entry është vetëm për një skedar .tlog-proof.',
  proved: 'U VËRTETUA: pikërisht këto të dhëna janë në ditar.',
  'entry-only': 'VETËM HYRJA: hyrja është në ditar, por skedari nuk i ka të dhënat, ndaj për to nuk vërtetohet asgjë.',
  received: 'U PRANUA: të dhënat përputhen me hyrjen, por ende pa provë. Shkarkojeni sërish vërtetimin pas pak.',
  refused: 'NUK U VËRTETUA.',
  subject: 'Për',
  at: 'Hyri në ditar (ora UTC, sipas ditarit)',
  place: ({ index, size }) => `Hyrja nr. ${index}, nga ${size} hyrje (numërimi nis nga 0)`,
  log: 'Ditari',
  pinned: 'Nënshkruar me çelësin që dhatë ju',
  brought: 'Nënshkruar me çelësin që sjell vetë skedari (krahasojeni me atë që gjeni gjetkë, dhe jepni atë me --key)',
  seen: 'E ka parë dëshmitari',
  same: 'Pika juaj e kontrollit është e njëjta.',
  'other-size': 'Pika juaj e kontrollit ka madhësi tjetër: këtu nuk krahasohet; kërkoni provën e vazhdimësisë.',
  record: 'Të dhënat që mbulon hyrja',
  history: 'Historikun në skedar nuk e vërteton askush.',
  why: {
    'not-json': 'Skedari nuk është JSON i rregullt në UTF-8, me çdo emër një herë.',
    'unknown-format': 'Skedari nuk është vërtetim i formatit kuvend-receipt/1.',
    malformed: 'Vërtetimit i mungon diçka, ose ka diçka që nuk i takon.',
    'wrong-state': 'Gjendja e shkruar nuk përputhet me atë që ka skedari.',
    'entry-not-canonical': 'Hyrja e ditarit nuk është në formën e saj të vetme (RFC 8785).',
    'entry-malformed': 'Hyrjes së ditarit i mungon diçka, ose ka diçka që nuk i takon.',
    'wrong-subject': 'Hyrja e ditarit flet për diçka tjetër.',
    'wrong-shape': 'Fushat e të dhënave nuk janë ato që mbulon shuma e kontrollit.',
    'digest-differs': 'Të dhënat nuk përputhen me shumën e kontrollit në hyrje: diçka në to është ndryshuar.',
    'checkpoint-malformed': 'Pika e kontrollit nuk është shkruar siç duhet.',
    'wrong-origin': 'Pika e kontrollit është e një ditari tjetër.',
    'wrong-size': 'Pika e kontrollit është për një ditar me madhësi tjetër.',
    'wrong-index': 'Numri i hyrjes është jashtë ditarit.',
    'not-included': 'Hyrja nuk çon te rrënja e pemës: nuk është në këtë vend të ditarit.',
    'unknown-key': 'Pikën e kontrollit nuk e ka nënshkruar asnjë çelës i njohur i këtij ditari.',
    'bad-signature': 'Nënshkrimi i pikës së kontrollit nuk është i vërtetë.',
    'bad-cosignature': 'Nënshkrimi i një dëshmitari nuk është i vërtetë.',
    'other-checkpoint':
      'Pika juaj e kontrollit e kundërshton: nuk është e këtij ditari, ose ditari ka treguar dy pemë.',
  },
}

const en = {
  use: 'Usage: node verify-receipt.mjs FILE [--key VKEY]… [--witness VKEY]… [--checkpoint FILE] [--entry FILE] [--lang sq|en] [--json]',
  file: (name) => `This file cannot be read: ${name}`,
  vkey: (key) => `This is no verifier key: ${key}`,
  needsKey: 'A .tlog-proof file needs --key.',
  ownEntry: 'A receipt holds its entry: --entry is for a .tlog-proof file alone.',
  proved: 'PROVED: exactly this record stands in the ledger.',
  'entry-only':
    'ENTRY ONLY: the entry stands in the ledger, but the file does not hold the record: nothing is proved of it.',
  received:
    'RECEIVED: the record fits its entry, but there is no proof yet. Download the receipt again a little later.',
  refused: 'NOT PROVED.',
  subject: 'About',
  at: 'Entered (UTC, by the clock of the ledger)',
  place: ({ index, size }) => `Entry no. ${index} of ${size} (counted from 0)`,
  log: 'Ledger',
  pinned: 'Signed with the key that you gave',
  brought:
    'Signed with the key that the file brings along (compare it with one from elsewhere, and give that with --key)',
  seen: 'Seen by the witness',
  same: 'Your checkpoint is the same.',
  'other-size': 'Your checkpoint has another size: they cannot be compared here; ask for the consistency proof.',
  record: 'The record that the entry covers',
  history: 'Nobody vouches for the history in the file.',
  why: {
    'not-json': 'The file is not proper JSON in UTF-8, with every name once.',
    'unknown-format': 'The file is no receipt of the format kuvend-receipt/1.',
    malformed: 'Something is missing in the receipt, or does not belong there.',
    'wrong-state': 'The state that is told is not what the file holds.',
    'entry-not-canonical': 'The entry of the ledger is not in its one form (RFC 8785).',
    'entry-malformed': 'Something is missing in the entry of the ledger, or does not belong there.',
    'wrong-subject': 'The entry of the ledger is about something else.',
    'wrong-shape': 'The fields of the record are not those that the checksum covers.',
    'digest-differs': 'The record does not give the checksum in the entry: something in it was changed.',
    'checkpoint-malformed': 'The checkpoint is not written as it should be.',
    'wrong-origin': 'The checkpoint is of another ledger.',
    'wrong-size': 'The checkpoint is of a ledger of another size.',
    'wrong-index': 'The number of the entry is outside the ledger.',
    'not-included': 'The entry does not lead to the root of the tree: it is not at this place of the ledger.',
    'unknown-key': 'No known key of this ledger has signed the checkpoint.',
    'bad-signature': 'The signature of the checkpoint is not genuine.',
    'bad-cosignature': 'The signature of a witness is not genuine.',
    'other-checkpoint': 'Your checkpoint contradicts it: it is not of this ledger, or the ledger has shown two trees.',
  },
}

/** A date has an end, the time of a witness has a later one. */
const clockOf = (seconds) => (seconds <= 8.64e12 ? new Date(seconds * 1000).toISOString() : `${seconds} s`)

/** As JSON writes it, and all else escaped that moves a cursor or turns the line: people typed it. */
const plainly = (record) =>
  JSON.stringify(record, null, 2).replace(
    /[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function tell(result, t) {
  const { answer, why, entry, record, pinned } = result
  const lines = [t[answer]]
  if (why) return [...lines, t.why[why], `(${why})`]
  lines.push(`${t.subject}: ${entry.kind} ${entry.version} · ${entry.subject}`, `${t.at}: ${entry.at}`)
  if (result.origin) {
    lines.push(`${t.log}: ${result.origin}. ${t.place(result)}`)
    for (const key of result.keys) lines.push(`${pinned ? t.pinned : t.brought}: ${key}`)
    for (const { name, time } of result.seen) lines.push(`${t.seen}: ${name}, ${clockOf(time)}`)
    if (result.own) lines.push(t[result.own])
  }
  if (record) lines.push(`${t.record}:`, plainly(record))
  if (result.history?.length > 0) lines.push(t.history)
  return lines
}

// --- The command --------------------------------------------------------------------------------------------------

class Misuse extends Error {}

function readArguments(words) {
  const asked = { files: [], key: [], witness: [], checkpoint: [], entry: [], lang: [], json: false }
  for (let at = 0; at < words.length; at++) {
    const [, name] = /^--(key|witness|checkpoint|entry|lang)$/.exec(words[at]) ?? []
    if (name && words[at + 1] !== undefined) asked[name].push(words[++at])
    else if (words[at] === '--json') asked.json = true
    else if (words[at].startsWith('--')) throw new Misuse('use')
    else asked.files.push(words[at])
  }
  return asked
}

function readBytes(name, t) {
  try {
    return readFileSync(name)
  } catch {
    throw new Misuse(t.file(name))
  }
}

/** What is no text is no checkpoint. */
function readText(bytes) {
  try {
    return decode(bytes, 'other-checkpoint')
  } catch {
    return ''
  }
}

function run(asked, t) {
  if (asked.files.length !== 1) throw new Misuse(t.use)
  const vkeys = (words, type) =>
    words.map((word) => {
      const key = readVkey(word)
      if (key?.type !== type) throw new Misuse(t.vkey(word))
      return key
    })
  const [own, entry] = [asked.checkpoint.at(-1), asked.entry.at(-1)]
  const bytes = readBytes(asked.files[0], t)
  const keys = vkeys(asked.key, LOG)
  const isTlog = isTlogProof(bytes.subarray(0, 99).toString())
  if (isTlog && keys.length === 0) throw new Misuse(t.needsKey)
  if (!isTlog && entry !== undefined) throw new Misuse(t.ownEntry)
  const result = check(bytes, {
    keys,
    witnesses: vkeys(asked.witness, WITNESS),
    checkpoint: own === undefined ? null : readText(readBytes(own, t)),
    entry: entry === undefined ? null : readBytes(entry, t),
  })
  console.log(asked.json ? JSON.stringify(result, null, 2) : tell(result, t).join('\n'))
  return result.answer === 'proved' ? 0 : 1
}

function main(words) {
  let t = /^en/i.test(process.env.LANG ?? '') ? en : sq
  try {
    const asked = readArguments(words)
    const lang = asked.lang.at(-1)
    if (lang !== undefined) t = { sq, en }[lang] ?? t
    return run(asked, t)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    console.error(error.message === 'use' ? t.use : error.message)
    return 2
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.slice(2))
}
