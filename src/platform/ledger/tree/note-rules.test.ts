import { describe, expect, it } from 'vitest'
import { checkpointText, readCheckpoint, withSignatures } from './checkpoint-rules.ts'
import { keyIdOf, parseNote, publicKeyOf, readVkey, signNote, verifyNote, vkeyOf } from './note-rules.ts'
import { readTlogProof, tlogProofOf } from './tlog-proof-rules.ts'

const VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`
const SEED = Buffer.alloc(32, 1)
const NAME = 'kuvend.example/ditari'
const OURS = vkeyOf(NAME, publicKeyOf(SEED))

/** A well-formed line of a key that nobody knows. */
const stranger = (number: number): string =>
  `— stranger.example/${number} ${Buffer.alloc(68, number).toString('base64')}`

describe('A signed note', () => {
  it('of the specification is verified by its key, whose id is that of name and key', () => {
    expect(verifyNote(NOTE, [VKEY])).toEqual({ text: 'This is an example message.\n', by: [VKEY] })
    const key = readVkey(VKEY)
    expect(key && keyIdOf(key.name, key.publicKey)).toBe('530d903a')
    expect(readVkey(VKEY.replace('530d903a', '530d903b'))).toBeNull()
  })

  it('of ours is verified, and by no other key', () => {
    const note = signNote('Një tekst\n\nme dy pjesë\n', { name: NAME, seed: SEED })
    expect(verifyNote(note, [VKEY, OURS])).toEqual({ text: 'Një tekst\n\nme dy pjesë\n', by: [OURS] })
    expect(verifyNote(note, [VKEY])).toBeNull()
    expect(verifyNote(note, [vkeyOf('other.example', publicKeyOf(SEED))])).toBeNull()
    expect(verifyNote(note, [])).toBeNull()
  })

  it('may carry sixteen signatures and more of unknown keys', () => {
    const lines = Array.from({ length: 20 }, (_, at) => stranger(at + 1))
    const note = withSignatures(signNote('text\n', { name: NAME, seed: SEED }), lines)
    expect(parseNote(note)?.signatures).toHaveLength(21)
    expect(verifyNote(note, [OURS])?.by).toEqual([OURS])
  })

  it('is refused whole when a known key did not sign this', () => {
    const ours = signNote('text\n', { name: NAME, seed: SEED })
    const second = signNote('text\n', { name: 'second.example', seed: Buffer.alloc(32, 2) })
    const other = signNote('another\n', { name: 'second.example', seed: Buffer.alloc(32, 2) })
    const lineOf = (note: string) => parseNote(note)?.signatures[0]?.line ?? ''
    const theirs = vkeyOf('second.example', publicKeyOf(Buffer.alloc(32, 2)))
    expect(verifyNote(withSignatures(ours, [lineOf(second)]), [OURS, theirs])?.by).toEqual([OURS, theirs])
    expect(verifyNote(withSignatures(ours, [lineOf(other)]), [OURS, theirs])).toBeNull()
    expect(verifyNote(withSignatures(ours, [lineOf(other)]), [OURS])?.by).toEqual([OURS])
    expect(verifyNote(ours.replace('text', 'tekst'), [OURS])).toBeNull()
  })

  it('has no control characters, no other dash, no line too many', () => {
    const wrong = [
      NOTE.replace('example message', 'example\tmessage'),
      NOTE.replace('message.\n', 'message.\r\n'),
      NOTE.replace('—', '-'),
      NOTE.replace('— example.com/foo', '—  example.com/foo'),
      NOTE.replace('example.com/foo', 'example.com/f+o'),
      NOTE.slice(0, -1),
      `${NOTE}\n`,
      NOTE.replace('IneyaQM=', 'IneyaQN='),
      'text alone\n',
      '',
    ]
    expect(wrong.map(parseNote)).toEqual(wrong.map(() => null))
    expect(() => signNote('no end', { name: NAME, seed: SEED })).toThrow()
    expect(() => signNote('text\n', { name: 'with space', seed: SEED })).toThrow()
  })
})

describe('A checkpoint', () => {
  const root = Buffer.alloc(32, 9)
  const note = signNote(checkpointText(NAME, 20_852_163, root), { name: NAME, seed: SEED })

  it('is read as it was written', () => {
    expect(readCheckpoint(note)).toMatchObject({ origin: NAME, size: 20_852_163, root, extensions: [] })
    expect(verifyNote(note, [OURS])?.text).toBe(readCheckpoint(note)?.text)
  })

  it('has a number without zeros in front and a whole root', () => {
    const text = (words: string) => signNote(words, { name: NAME, seed: SEED })
    const hash = root.toString('base64')
    const wrong = [
      `o\n01\n${hash}\n`,
      `o\n-1\n${hash}\n`,
      `o\n1\nAAAA\n`,
      `o\n1\n`,
      `\n1\n${hash}\n`,
      `o\n1\n${hash}\n\n`,
    ]
    expect(wrong.map((one) => readCheckpoint(text(one)))).toEqual(wrong.map(() => null))
    expect(readCheckpoint(text(`o\n0\n${hash}\nmore\n`))).toMatchObject({ size: 0, extensions: ['more'] })
  })

  it('stands at the end of a proof, which is read as it was written', () => {
    const proof = { index: 73_894, hashes: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], checkpoint: note }
    expect(tlogProofOf(proof).split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      'index 73894',
      Buffer.alloc(32, 1).toString('base64'),
    ])
    expect(readTlogProof(tlogProofOf(proof))).toEqual(proof)
    const only = { index: 0, hashes: [], checkpoint: note, extra: Buffer.from('extra') }
    expect(readTlogProof(tlogProofOf(only))).toEqual(only)
    expect(readTlogProof(tlogProofOf(proof).replace('index 7', 'index 07'))).toBeNull()
    expect(readTlogProof(tlogProofOf(proof).replace('AQE', 'AQ'))).toBeNull()
  })
})
