import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Transaction } from '../db/database.ts'
import { keepDocument } from '../documents/documents.ts'
import { newTemporaryFolder } from '../files/temporary-files.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import type { JobHandlers } from '../jobs/jobs.ts'
import { appendToLedger } from '../ledger/append-to-ledger.ts'
import type { Services } from '../services.ts'
import type { Paper } from './compose-paper.ts'
import { MAKE_FILES } from './issue-letter.ts'
import { letterRecords } from './letter-records.ts'
import { letterRef } from './letter-subject.ts'
import { setFilesState, setLetterFiles, type MadeFile } from './letter-writing-queries.ts'
import { makePaperDocx } from './make-paper-docx.ts'
import { makePaperPdf } from './make-paper-pdf.ts'
import { findOfficialLetter, holdOfficialLetter, type OfficialLetter } from './official-letter-queries.ts'
import { showLetterNumber } from './official-letter-rules.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'

export const letterJobs = (services: Services): JobHandlers => ({
  [MAKE_FILES]: ({ id }) => makeLetterFiles(services, String(id)),
})

/**
 * PDF and DOCX of an issued letter, made of the paper as it was composed, and kept by their digests. Once made they stay:
 * people hold them in their hands. May run late or twice.
 */
export async function makeLetterFiles(services: Services, id: string): Promise<void> {
  const letter = await findOfficialLetter(services.db, id)
  if (!letter || letter.state === 'draft' || letter.filesState === 'ready') return
  try {
    await makeAndKeep(services, letter)
  } catch (error) {
    // The job is tried again; until then the page says that something is wrong.
    await setFilesState(services.db, id, 'failed')
    throw error
  }
}

async function makeAndKeep(services: Services, letter: OfficialLetter): Promise<void> {
  // Written by composePaper and by nobody else.
  const paper = letter.content as Paper
  const madeAt = letter.issuedAt ?? services.clock.now()
  const emblem = await readEmblem(services, paper.emblem)
  const pdf = letter.pdfDigest ? null : await makePaperPdf(paper, emblem, madeAt)
  const docx = letter.docxDigest ? null : await makePaperDocx(paper, emblem, madeAt)
  if (!pdf && !letter.pdfDigest) services.log.warn({ letter: letter.id }, 'this machine has no compiler for PDF')
  const folder = await newTemporaryFolder(services.settings)
  try {
    await services.db.begin(async (tx) => {
      const now = await holdOfficialLetter(tx, letter.id)
      if (!now || now.filesState === 'ready') return
      const kept = {
        pdf: pdf && !now.pdfDigest ? await keep(tx, services, letter, folder, pdf, PDF) : null,
        docx: docx && !now.docxDigest ? await keep(tx, services, letter, folder, docx, DOCX) : null,
      }
      await setLetterFiles(tx, letter.id, { ...kept, state: kept.pdf || now.pdfDigest ? 'ready' : 'no-pdf' })
      if (kept.pdf || kept.docx) await appendToLedger(tx, services, { kind: letterRecords, ids: [letter.id] })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function keep(
  tx: Transaction,
  services: Services,
  letter: OfficialLetter,
  folder: string,
  content: Buffer,
  mediaType: typeof PDF | typeof DOCX,
): Promise<MadeFile> {
  const number = showLetterNumber({ number: letter.number ?? 0, year: letter.year ?? 0 })
  const extension = mediaType === PDF ? 'pdf' : 'docx'
  const file: IncomingFile = {
    field: '',
    path: join(folder, extension),
    digest: createHash('sha256').update(content).digest('hex'),
    size: content.length,
    mediaType,
    name: `shkresa-${number.replace('/', '-')}.${extension}`,
  }
  await writeFile(file.path, content)
  const { id } = await keepDocument(tx, services, {
    institutionId: letter.institutionId,
    subject: letterRef(letter.id),
    role: 'letter',
    // It names whom it was sent to.
    class: 'personal',
    title: number,
    lang: letter.lang,
    file,
    addedBy: null,
  })
  return { documentId: id, digest: file.digest }
}

/** Null when there is none, or when it has been exchanged and swept away since. */
async function readEmblem({ files }: Services, digest: string | null): Promise<Buffer | null> {
  const content: Readable | null = digest ? await files.open(digest) : null
  return content && buffer(content)
}
