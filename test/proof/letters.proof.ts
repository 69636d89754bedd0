import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composePaper, type PaperFacts } from '#platform/letters/compose-paper.ts'
import { makePaperDocx } from '#platform/letters/make-paper-docx.ts'
import { makePaperPdf } from '#platform/letters/make-paper-pdf.ts'
import { qrPng } from '#platform/papers/qr-picture.ts'

const NEEDED = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils' }
const MADE = new Date('2026-11-22T11:00:00Z')
const EMBLEM = qrPng('emblem')

/** Official letters read by programs that are not ours: poppler reads the tags of the PDF, LibreOffice opens the DOCX. */
export async function prove(): Promise<string[]> {
  for (const [program, name] of Object.entries(NEEDED))
    if (spawnSync(program, ['--version']).error) throw new Error(`Install ${name} for this proof`)
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-letters-'))
  try {
    return [await tagsOf(folder), await libreOffice(folder), await fortyPages(folder)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const FACTS: PaperFacts = {
  institution: {
    jurisdiction: 'XK',
    kind: 'municipality',
    names: { sq: 'Komuna Provas', sr: 'Opština Provas' },
    accent: null,
    emblem: 'a'.repeat(64),
    demonstration: true,
    postal: 'Rruga e Provës 1',
    email: 'protokolli@provas.example',
    telephone: null,
  },
  addresseeName: 'Ana Shembull',
  addresseePostal: 'Rruga e Shembullit 12\nQyteti',
  words: [
    {
      lang: 'sq',
      subjectLine: 'Përgjigje për kërkesën',
      body: 'E nderuar {{adresuesi}},\n\n## Çfarë vendosëm\n\n- Pika e parë\n- Pika e dytë\n\nFundi i tekstit shqip.',
      remedy: 'Keni të drejtë ankese.',
    },
    { lang: 'sr', subjectLine: 'Odgovor na zahtev', body: 'Poštovana,\n\n## Odluka\n\nKraj teksta.', remedy: '' },
  ],
  deadlineOn: '2026-12-10',
  deadlineBasis: 'neni 1',
  signatoryName: 'Arben Prove',
  signatoryPost: 'Kryetar i Komunës',
  enclosures: 'Relacioni',
  protocolNumber: '1247/3',
  protocolDate: '2026-11-20',
  subjects: { sq: [], en: [], sr: [] },
  corrects: null,
  issued: { number: 12, year: 2026, on: '2026-11-22', code: '7K3MQ9TB42XD' },
  url: 'https://kuvend.example',
}

/** As they are read aloud: each of them stands after the one before. */
const IN_ORDER = [
  'Komuna Provas',
  '12/2026',
  '1247/3, datë 20 nëntor 2026',
  'Ana Shembull',
  'Përgjigje për kërkesën',
  'Çfarë vendosëm',
  'Pika e parë',
  'Pika e dytë',
  'Fundi i tekstit shqip',
  'Deri më 10 dhjetor 2026',
  'Keni të drejtë ankese',
  'Relacioni',
  'Opština Provas',
  'Odgovor na zahtev',
  'Odluka',
  'Kraj teksta',
  'Arben Prove',
  '7K3M-Q9TB-42XD',
]

async function tagsOf(folder: string): Promise<string> {
  const path = join(folder, 'letter.pdf')
  await writeFile(path, await pdfOf(FACTS))
  const info = run('pdfinfo', [path])
  expectIn(info, ['Tagged:          yes', 'Përgjigje për kërkesën – Komuna Provas'])
  const tags = run('pdfinfo', ['-struct-text', path])
  const kinds = [...tags.matchAll(/^\s*(Document|H1|H2|P|L|LI|Figure)\b/gm)].map(([, kind]) => kind)
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  const counts = { H1: count('H1'), H2: count('H2'), L: count('L'), Figure: count('Figure') }
  expectSame(counts, { H1: 2, H2: 7, L: 3, Figure: 2 })
  expectOrder(oneLine(tags.replace(/"\s+"/g, ' ')), IN_ORDER)
  expectOrder(oneLine(run('pdftotext', [path, '-'])), IN_ORDER)
  return `PDF: tagged, titled, ${JSON.stringify(counts)}, read in order both by its tags and on the page`
}

async function pdfOf(facts: PaperFacts): Promise<Buffer> {
  const pdf = await makePaperPdf(composePaper(facts), EMBLEM, MADE)
  if (!pdf) throw new Error('This machine has no compiler for PDF')
  return pdf
}

async function libreOffice(folder: string): Promise<string> {
  const path = join(folder, 'letter.docx')
  await writeFile(path, await makePaperDocx(composePaper(FACTS), EMBLEM, MADE))
  const tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
  const home = `-env:UserInstallation=file://${join(folder, 'home')}`
  run('soffice', [home, '--headless', '--convert-to', tagged, '--outdir', join(folder, 'out'), path])
  const made = join(folder, 'out', 'letter.pdf')
  expectOrder(oneLine(run('pdftotext', [made, '-'])), IN_ORDER)
  const tags = run('pdfinfo', ['-struct', made])
  const headings = [...tags.matchAll(/^\s*(H1|H2)\b/gm)].length
  const figures = [...tags.matchAll(/^\s*Figure\b/gm)].length
  expectSame({ headings, figures }, { headings: 9, figures: 2 })
  return `DOCX: LibreOffice opens it, ${headings} headings and ${figures} pictures are what they should be, all words in order`
}

async function fortyPages(folder: string): Promise<string> {
  const paragraph = 'Këshilli e shqyrtoi kërkesën dhe e gjeti të bazuar, siç shpjegohet më poshtë me radhë. '.repeat(5)
  const body = Array.from({ length: 400 }, (_, n) => (n % 10 === 0 ? `## Pika ${n / 10 + 1}` : paragraph)).join('\n\n')
  const facts = { ...FACTS, words: [{ lang: 'sq' as const, subjectLine: 'Letër e gjatë', body, remedy: '' }] }
  const begun = performance.now()
  const pdf = await pdfOf(facts)
  const pdfTime = performance.now() - begun
  const docx = await makePaperDocx(composePaper(facts), EMBLEM, MADE)
  const docxTime = performance.now() - begun - pdfTime
  const path = join(folder, 'long.pdf')
  await writeFile(path, pdf)
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [path]))?.[1])
  if (pages < 40) throw new Error(`Only ${pages} pages`)
  const size = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  return `${pages} pages, ${body.length} characters: PDF in ${pdfTime.toFixed(0)} ms (${size(pdf.length)}), DOCX in ${docxTime.toFixed(0)} ms (${size(docx.length)})`
}

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 27 })

const oneLine = (words: string): string => words.replace(/\s+/g, ' ')

function expectIn(words: string, wanted: readonly string[]): void {
  for (const one of wanted) if (!words.includes(one)) throw new Error(`Not there: ${one}\n${words}`)
}

function expectOrder(words: string, wanted: readonly string[]): void {
  let at = 0
  for (const one of wanted) {
    const found = words.indexOf(one, at)
    if (found < 0) throw new Error(`Not there, or in another order: ${one}\n${words.slice(0, 4000)}`)
    at = found + one.length
  }
}

function expectSame(found: object, wanted: object): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}
