import { fromBase64, utf8 } from './bytes.ts'
import { canonical, isObject, readJson, type Members } from './json.ts'
import { LOG, readVkey } from './note.ts'
import { must } from './refusal.ts'

export type Receipt = {
  state: 'received' | 'proved'
  subject: string
  entry: string
  record: Members | null
  salt: string | null
  shape: string[]
  proof: { index: number; size: number; hashes: string[]; checkpoint: string } | null
  log: { origin: string; url: string; keys: string[] }
  history: { at: string; what: string }[]
}
export type Entry = Members & { at: string; digest: string | null; kind: string; subject: string; version: number }

const MEMBERS = ['format', 'state', 'subject', 'entry', 'record', 'salt', 'shape', 'proof', 'log', 'history']
const ENTRY = ['at', 'digest', 'institution', 'kind', 'subject', 'v', 'version']
const SUBJECT = /^[a-z-]+\.[a-z-]+:[0-9a-f-]{36}$/
const AT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/
const LARGEST_ENTRY = 65_535
const MOST_KEYS = 100

const isText = (value: unknown): value is string => typeof value === 'string'
const isLike = (value: unknown, form: RegExp): boolean => isText(value) && form.test(value)
const isNatural = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isList = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is)

/** These members and no others, unless they are `besides`. */
export function isOnly(value: unknown, names: readonly string[], besides: readonly string[] = []): value is Members {
  if (!isObject(value)) return false
  const own = new Set(Object.keys(value))
  const known = new Set([...names, ...besides])
  return names.every((name) => own.has(name)) && [...own].every((name) => known.has(name))
}

export const isReceipt = (value: Members): boolean =>
  isOnly(value, MEMBERS) &&
  (value['state'] === 'received' || value['state'] === 'proved') &&
  isLike(value['subject'], SUBJECT) &&
  isText(value['entry']) &&
  isRecord(value['record'], value['salt'], value['shape']) &&
  (value['proof'] === null || isProof(value['proof'])) &&
  isOnly(value['log'], ['origin', 'url', 'keys']) &&
  isText(value['log']['origin']) &&
  isText(value['log']['url']) &&
  areKeys(value['log']['keys']) &&
  isList(value['history'], (line) => isOnly(line, ['at', 'what']) && isText(line['at']) && isText(line['what']))

const areKeys = (keys: unknown): boolean =>
  Array.isArray(keys) &&
  keys.length <= MOST_KEYS &&
  keys.every((key) => isText(key) && readVkey(key)?.type === LOG) &&
  new Set(keys).size === keys.length

function isRecord(record: unknown, salt: unknown, shape: unknown): boolean {
  if (!isList(shape, isText) || !Array.isArray(shape) || new Set(shape).size < shape.length) return false
  return record === null ? salt === null : isObject(record) && isLike(salt, /^[0-9a-f]{32}$/) && shape.length > 0
}

const isProof = (proof: unknown): boolean =>
  isOnly(proof, ['index', 'size', 'hashes', 'checkpoint']) &&
  isNatural(proof['index']) &&
  isNatural(proof['size']) &&
  isList(proof['hashes'], (hash) => isText(hash) && fromBase64(hash)?.length === 32) &&
  Array.isArray(proof['hashes']) &&
  proof['hashes'].length <= 63 &&
  isText(proof['checkpoint'])

export function readEntry(text: string): Entry {
  const entry = readJson(text, 'entry-not-canonical')
  must(canonical(entry) === text, 'entry-not-canonical')
  must(utf8(text).length <= LARGEST_ENTRY && isOnly(entry, ENTRY, ['ended']) && isEntry(entry), 'entry-malformed')
  return entry as Entry
}

const isEntry = ({ at, digest, institution, kind, subject, v, version, ended }: Members): boolean =>
  isLike(at, AT) &&
  (institution === null || isText(institution)) &&
  isLike(kind, /^[a-z-]+\.[a-z-]+$/) &&
  isLike(subject, SUBJECT) &&
  [v, version].every((number) => isNatural(number) && number !== 0) &&
  (digest === null ? isEnd(ended) : isLike(digest, /^[0-9a-f]{64}$/) && ended === undefined)

const isEnd = (ended: unknown): boolean =>
  isOnly(ended, ['why'], ['ground', 'role']) &&
  isLike(ended['why'], /^(erased|withdrawn|taken-down|removed)$/) &&
  Object.values(ended).every(isText)
