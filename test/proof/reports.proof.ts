import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MatrixRow } from '#modules/consultations/report/matrix-rules.ts'
import type { FigureRow, CommentTally } from '#modules/consultations/report/figure-rules.ts'
import { figuresOf } from '#modules/consultations/report/figure-rules.ts'
import { reportDocument } from '#modules/consultations/report/report-document-view.ts'
import type { ReportToShow } from '#modules/consultations/report/report-to-show-view.ts'
import { wordsOfForm } from '#platform/papers/form-document-rules.ts'
import { makeFormDocx } from '#platform/papers/make-form-docx.ts'
import { makeFormPdf } from '#platform/papers/make-form-pdf.ts'

const NEEDED = { soffice: 'libreoffice-writer-nogui', pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils' }
const AT = new Date('2026-11-22T11:00:00Z')
const ROWS = 300

/** The consultation report with a matrix of 300 comments, read by programs that are not ours. */
export async function prove(): Promise<string[]> {
  for (const [program, name] of Object.entries(NEEDED))
    if (spawnSync(program, ['--version']).error) throw new Error(`Install ${name} for this proof`)
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-reports-'))
  try {
    const words = wordsOfForm(FORM)
    return [await opened(folder, words), await tagged(folder, words)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Letters and figures alone: lines are broken anywhere. */
const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '')

function missingOf(text: string, words: readonly string[]): string[] {
  const whole = bare(text)
  return words.filter((one) => !whole.includes(bare(one)))
}

async function opened(folder: string, words: readonly string[]): Promise<string> {
  const docx = await makeFormDocx(FORM)
  await writeFile(join(folder, 'raporti.docx'), docx)
  const home = `-env:UserInstallation=file://${folder}/office`
  const convert = ['--headless', home, '--convert-to', 'html', '--outdir', folder, join(folder, 'raporti.docx')]
  execFileSync('soffice', convert, { stdio: 'ignore' })
  const html = await readFile(join(folder, 'raporti.html'), 'utf8')
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  const missing = missingOf(text, words)
  if (missing.length > 0) throw new Error(`LibreOffice does not show: ${missing.slice(0, 5).join(' | ')}`)
  const count = (tag: string) => html.match(new RegExp(`<${tag}[ >]`, 'gi'))?.length ?? 0
  return `DOCX by LibreOffice: all ${words.length} words of the report, ${count('h2')} headings of the second level, ${count('table')} tables, ${Math.round(docx.length / 1000)} kB`
}

async function tagged(folder: string, words: readonly string[]): Promise<string> {
  const pdf = await makeFormPdf(FORM, AT)
  if (!pdf) return 'PDF: not made, for this machine has no compiler'
  const path = join(folder, 'raporti.pdf')
  await writeFile(path, pdf)
  const about = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  if (!/Tagged:\s+yes/.test(about)) throw new Error('the PDF has no tags')
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  const pages = Number(/Pages:\s+(\d+)/.exec(about)?.[1])
  // A cell that goes on over a page has the foot of the page and the head of the table in its midst: at most a row each.
  const missing = missingOf(text, words)
  if (missing.length > pages * 3) throw new Error(`pdftotext does not find: ${missing.slice(0, 5).join(' | ')}`)
  return `PDF by poppler: tagged, ${pages} pages, ${words.length - missing.length} of ${words.length} cells in one piece, the others over two pages, ${Math.round(pdf.length / 1000)} kB`
}

const COUNTED: FigureRow = {
  consultationId: '00000000-0000-4000-8000-000000000001',
  withdrawn: 4,
  jointMembers: 6,
  groups: 3,
  parties: 9,
  meetings: 1,
  participants: 41,
  meetingKinds: ['public-hearing'],
  asks: false,
  answers: 120,
  corrected: 2,
  daysToAnswerAll: 12,
}
const TALLY: CommentTally = {
  consultationId: COUNTED.consultationId,
  decision: 'accepted',
  channel: 'web',
  senderKind: 'citizen',
  late: false,
  held: false,
  count: ROWS,
}

const rowOf = (_: unknown, n: number): MatrixRow => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  confirmedAt: AT,
  code: `AAAA-${String(2222 + n)}`,
  state: 'published',
  lang: 'sq',
  heldGround: null,
  nodeId: null,
  articleLabel: null,
  channel: 'web',
  senderKind: 'citizen',
  late: false,
  authorName: 'Arta Shembull',
  organisation: null,
  body: `Propozimi numër ${n}: tregu të hapet edhe të dielën, që të vijnë më shumë njerëz nga fshatrat përreth.`,
  suggestion: null,
  groupCode: null,
  answerCode: `BBBB-${String(2222 + n)}`,
  answerLang: 'sq',
  decision: 'accepted',
  ground: null,
  reason: `Arsyetimi numër ${n}: sheshi është i lirë atë ditë.`,
  answeredAt: AT,
})

const SHOWN: ReportToShow = {
  slug: 'rregullore-per-tregun',
  title: 'Rregullore për tregun e fshatit',
  institution: 'Bashkia Bregas',
  zone: 'Europe/Tirane',
  version: 1,
  versionAt: AT,
  reason: null,
  outcome: 'to-decision',
  statement: 'Projekti u plotësua me propozimet dhe i kalon këshillit.',
  statementEn: null,
  answers: [],
  content: {
    shape: 1,
    figures: figuresOf(COUNTED, [TALLY]),
    satisfaction: null,
    notice: {
      publishedOn: '2026-10-01',
      opensOn: '2026-10-01',
      closesOn: '2026-10-29',
      postedOn: null,
      postings: [],
      invited: [],
      putOff: [],
    },
    plan: null,
    meetings: [
      {
        slug: 'degjese',
        title: 'Dëgjesë publike për tregun',
        kind: 'public-hearing',
        from: '2026-10-12',
        to: '2026-10-12',
        state: 'held',
        present: 41,
        minutes: true,
      },
    ],
    said: { whole: ROWS, articles: [], groups: [] },
    changes: [],
    questions: [],
    notAccepted: [],
    documents: [],
    written: { introduction: { sq: 'Tregu i fshatit nuk kishte rregulla të shkruara.', en: '' } },
  },
}

const ANNEX = { madeAt: AT, rows: Array.from({ length: ROWS }, rowOf), total: ROWS, manyAnswers: [], monitoring: null }
const FORM = reportDocument('sq', SHOWN, ANNEX, 'https://kuvend.example')
