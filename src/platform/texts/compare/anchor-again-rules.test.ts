import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorForm } from '../anchor-rules.ts'
import { wordsOfNodes } from '../node-rules.ts'
import { anchorFinder } from './anchor-again-rules.ts'
import { textOf } from './compare-testing.ts'
import type { AnchorPlace, ComparedNode } from './comparison.ts'
import { proposeLineage } from './propose-lineage-rules.ts'

const TEXT = `
neni 1 Objekti
  paragraf - Ky vendim përcakton rregullat për tregjet e hapura në territorin e bashkisë.
neni 2 Përkufizime
  pika 1 Treg i hapur quhet vendi ku prodhuesit shesin drejtpërdrejt fruta, perime dhe bulmet.
  pika 2 Prodhues quhet fermeri i regjistruar që shet vetëm prodhimet e tokës së vet.
  pika 3 Kujdestar quhet punonjësi i bashkisë që hap, mbyll dhe pastron sheshin çdo mbrëmje.
neni 3 Tarifa
  pika 1 Prodhuesi paguan njëqind lekë në ditë për çdo metër tezge.
  pika 2 Fermerët mbi moshën shtatëdhjetë vjeç nuk paguajnë asnjë tarifë.`

const from = textOf('a', TEXT)
const asked = { subject: 'consultations.comment:x', versionId: 'a', prefix: '', suffix: '' }

function found(later: string, nodeId: string, quote: string | null, around = {}): string {
  const to = textOf('b', later)
  const place = anchorFinder(from, to, proposeLineage(from, to))({ ...asked, nodeId, quote, ...around })
  const words =
    place.place &&
    [...anchorForm(wordsOfNodes(beneath(to, place.nodeId)))].slice(place.place.start, place.place.end).join('')
  return [place.outcome, place.nodeId, words && `«${words}»`, place.certain ? '' : '?'].filter(Boolean).join(' ')
}

function beneath(nodes: readonly ComparedNode[], nodeId: string | null): ComparedNode[] {
  const ids = new Set([nodeId])
  return nodes.filter((node) => {
    if (!ids.has(node.nodeId) && !(node.parentId !== null && ids.has(node.parentId))) return false
    ids.add(node.nodeId)
    return true
  })
}

const POINT = '  pika 3 Kujdestar quhet punonjësi i bashkisë që hap, mbyll dhe pastron sheshin çdo mbrëmje.\n'

describe('A quotation in a later version', () => {
  it('is the same where nothing changed', () => {
    expect(found(TEXT, 'a3', 'pastron sheshin')).toBe('same b3 «pastron sheshin»')
  })

  it('is the same where its point has another number', () => {
    const later = TEXT.replace('  pika 1 Treg', '  pika 1 Bashki quhet njësia vendore.\n  pika 2 Treg')
    expect(found(later, 'a3', 'pastron sheshin')).toBe('same b3 «pastron sheshin»')
  })

  it('goes with its point to another article', () => {
    const later = TEXT.replace(POINT, '').replace('neni 3 Tarifa\n', `neni 3 Tarifa\n${POINT}`)
    expect(found(later, 'a3', 'pastron sheshin çdo mbrëmje')).toBe('moved b6 «pastron sheshin çdo mbrëmje»')
  })

  it('is reworded where some of its words are others', () => {
    expect(
      found(TEXT.replace('pastron sheshin çdo', 'lan sheshin çdo'), 'a6', 'mbyll dhe pastron sheshin çdo mbrëmje'),
    ).toBe('reworded b6 «mbyll dhe lan sheshin çdo mbrëmje»')
  })

  it('is not found again by chance in the next point, which has the same words', () => {
    const later = TEXT.replace('Prodhuesi paguan njëqind lekë', 'Kushdo jep dyqind euro')
    expect(found(later, 'a7', 'paguan')).toBe('reworded b7 ?')
  })

  it('is told from the same words elsewhere in the node by what stands around them', () => {
    expect(found(TEXT, 'a3', 'quhet', { prefix: 'Kujdestar ', suffix: ' punonjësi' })).toBe('same b3 «quhet»')
  })

  it('is a doubt where its node lives on without its words', () => {
    expect(
      found(TEXT.replace(', mbyll dhe pastron sheshin çdo mbrëmje', ''), 'a6', 'pastron sheshin çdo mbrëmje'),
    ).toBe('reworded b6 ?')
  })

  it('is gone with its article', () => {
    expect(found(TEXT.replace(/\nneni 3[^]*/, ''), 'a7', 'njëqind lekë në ditë')).toBe('gone')
  })

  it('is found in the piece of a split article that has it', () => {
    expect(found(TEXT.replace('  pika 3', 'neni 2/1\n  pika 1'), 'a3', 'pastron sheshin çdo mbrëmje')).toBe(
      'moved b6 «pastron sheshin çdo mbrëmje»',
    )
  })

  it('that spans two points keeps its place though the number between them changed', () => {
    const later = TEXT.replace('  pika 1 Treg', '  pika 1 Bashki quhet njësia vendore.\n  pika 2 Treg').replace(
      'pika 2 Prodhues',
      'pika 3 Prodhues',
    )
    expect(found(later, 'a3', 'perime dhe bulmet. 2. Prodhues quhet')).toBe(
      'same b3 «perime dhe bulmet. 3. Prodhues quhet»',
    )
  })
})

describe('What was said about an article as a whole', () => {
  it('follows it wherever it stands', () => {
    const later = TEXT.replace(/neni 1[^]*?(?=neni 2)/, '') + `\n${TEXT.match(/neni 1[^]*?(?=\nneni 2)/)?.[0]}`
    expect(found(later, 'a1', null)).toBe('moved b8')
  })

  it('is about other words if one of its points is reworded', () => {
    expect(found(TEXT.replace('njëqind', 'dyqind'), 'a7', null)).toBe('reworded b7')
  })

  it('is a doubt if it was split into pieces of like size', () => {
    expect(found(TEXT.replace('  pika 2 Fermerët', 'neni 4\n  pika 1 Fermerët'), 'a7', null)).toBe('reworded b7 ?')
  })

  it('is gone with it', () => {
    expect(found(TEXT.replace(/\nneni 3[^]*/, ''), 'a7', null)).toBe('gone')
  })
})

it('gives every anchor one place that exists, whatever it says', () => {
  const nodes = ['kreu', 'neni', '  pika', '  paragraf']
  const words = fc.array(fc.constantFrom('ligji', 'e', 'bashkia', 'tregu', '𝒜', 'të'), { maxLength: 8 })
  const outline = fc
    .array(fc.tuple(fc.constantFrom(...nodes), words), { minLength: 1, maxLength: 10 })
    .map((some) => some.map(([kind, own]) => `${kind} - ${own.join(' ')}`).join('\n'))
  fc.assert(
    fc.property(outline, outline, fc.nat(12), fc.option(words), words, (one, other, at, quote, prefix) => {
      const [earlier, later] = [textOf('a', one), textOf('b', other)]
      const find = anchorFinder(earlier, later, proposeLineage(earlier, later))
      const place: AnchorPlace = find({
        ...asked,
        nodeId: `a${at}`,
        quote: quote && quote.join(' '),
        prefix: prefix.join(' '),
      })
      expect(place.nodeId === null).toBe(place.outcome === 'gone')
      if (place.nodeId === null) return
      const all = [...anchorForm(wordsOfNodes(beneath(later, place.nodeId)))].length
      expect(later.some((node) => node.nodeId === place.nodeId)).toBe(true)
      expect(
        place.place === null ||
          (0 <= place.place.start && place.place.start < place.place.end && place.place.end <= all),
      ).toBe(true)
    }),
    { numRuns: 500 },
  )
})
